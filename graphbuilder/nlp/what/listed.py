"""Lists of office holders: names that the parser takes for appositions of the first ("President A, Minister B and Envoy C met").

Each repair changes the tree's own columns, never spaCy's document. It must not know events or entities.
"""

from typing import TYPE_CHECKING, Final

from graphbuilder.nlp.what.moves import move

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

OFFICES: Final = frozenset({
    "president", "minister", "premier", "chancellor", "secretary", "senator", "governor", "mayor", "speaker", "king", "queen",
    "prince", "princess", "emir", "sultan", "general", "admiral", "colonel", "ambassador", "envoy", "commissioner", "justice",
    "judge", "bishop", "archbishop", "cardinal", "pope", "taoiseach", "chairman", "chairwoman", "director", "congressman",
    "representative", "leader", "chief",
})  # fmt: skip


def join_listed(tree: "Tree", index: int) -> bool:
    """Undo one apposition that is the next of a list; return whether it was."""
    first = tree.head[index]
    if first > index:
        return False
    if tree.pos[index] == "PROPN" and tree.pos[first] == "PROPN":
        return _named(tree, first, index)
    return tree.pos[index] == "NOUN" and _office_first(tree, first, index)


def _named(tree: "Tree", first: int, index: int) -> bool:
    """Join "Hudak" and "Moretti" in "Prime Minister Vass, Foreign Minister Hudak and Defence Minister Moretti met"."""
    if not _has_office(tree, first) or not _has_office(tree, index):
        return False
    second = next((kid for kid in tree.all_kids(index, "nmod") if kid < index and tree.kid(kid, "cc")), None)
    if second is not None:  # hung on the last
        for part in tree.all_kids(second, "conj"):
            move(tree, part, index, "compound")
        move(tree, second, first, "conj")
        move(tree, index, second, "conj")
        return True
    if tree.kid(index, "cc") is None or tree.kid(index, "conj") is None:
        return False
    tree.dep[index] = "conj"
    return True


def _office_first(tree: "Tree", name: int, index: int) -> bool:
    """Join the offices in "Kenya's president, A, Uganda's prime minister, B, and Rwanda's foreign minister, C, met"."""
    office = tree.head[name]
    if tree.lemma[index] not in OFFICES or tree.lemma[office] not in OFFICES or tree.dep[name] != "appos":
        return False
    own = next((kid for kid in tree.all_kids(index, "conj", "appos") if tree.pos[kid] == "PROPN" and kid > index), None)
    last = None if own is None else tree.kid(own, "conj")
    if own is None or last is None or tree.kid(own, "cc") is None or tree.word[index + 1] != ",":
        return False
    move(tree, index, office, "conj")
    move(tree, last, index, "conj")
    move(tree, own, index, "appos")
    return True


def _has_office(tree: "Tree", name: int) -> bool:
    """Say whether a title stands before a name: "Foreign Minister Peter Hudak"."""
    return any(
        tree.lemma[kid].lower() in OFFICES for kid in tree.all_kids(name, "compound", "nmod") if kid < name
    ) or any(
        tree.lemma[part].lower() in OFFICES
        for kid in tree.all_kids(name, "nmod")
        for part in tree.all_kids(kid, "conj", "compound")
    )
