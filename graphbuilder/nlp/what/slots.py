"""Slots: what stands around one trigger word, as the conditions of a frame ask for it.

It answers questions about a word's neighbourhood and decides nothing.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.actors import PARTITIVES
from graphbuilder.nlp.what.clauses import is_passive, objects, prepositions, subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuilder.nlp.what.actors import Actors
    from graphbuilder.nlp.what.lexicon import Condition, Conditions
    from graphbuilder.nlp.what.tree import Tree


NOMINAL_POS = frozenset({"NOUN", "PROPN"})
PARTICLE_DEPS = frozenset({"prt", "advmod", "prep", "npadvmod", "acomp", "oprd", "amod"})
NEAR = 6
"""How many words after a trigger the slot `near` looks at."""


class Slots:
    """What stands around one trigger, looked up when a frame asks for it and kept for the next frame."""

    def __init__(self, tree: "Tree", actors: "Actors", token: int, *, verbal: bool) -> None:
        self.tree, self.actors, self.token, self.verbal = tree, actors, token, verbal
        self.forms = tree.forms_in(tree.sentence[token])
        self._heads: dict[str, Sequence[int]] = {}
        self._preps: list[tuple[str, int]] | None = None
        self._classes: dict[int, set[str]] = {}

    def any_fits(self, conditions: "Conditions") -> bool:
        """Say whether one of the conditions is met."""
        alternatives, words = conditions
        if words is not None and words.isdisjoint(self.forms):
            return False
        for condition in alternatives:  # noqa: SIM110 - a generator would cost more than most conditions
            if self.fits(condition):
                return True
        return False

    def fits(self, condition: "Condition") -> bool:
        """Say whether a condition is met by what stands in its slot."""
        tree = self.tree
        slot, words, kinds, members, filled = condition
        if filled is not None:
            return bool(self.heads(slot)) is filled
        match slot:
            case "voice":
                return ("passive" if is_passive(tree, self.token) else "active") in words
            case "tag":
                return tree.tag[self.token] in words
            case "word":
                return tree.word[self.token] in words
            case "document":
                return not tree.vocabulary.isdisjoint(words)
        if not kinds and words.isdisjoint(self.forms) and members.isdisjoint(self.forms):
            return False
        for head in self.heads(slot):
            if tree.lemma[head] in words or tree.word[head] in words:
                return True
            if kinds and not kinds.isdisjoint(self._classes_of(head)):
                return True
            if members and not members.isdisjoint([tree.lemma[here] for here in tree.conjuncts(head)]):
                return True
        return False

    def _classes_of(self, head: int) -> set[str]:
        found = self._classes.get(head)
        if found is None:
            found = self._classes[head] = self.actors.classes(head)
        return found

    def heads(self, slot: str) -> "Sequence[int]":
        """Return the tokens in a slot."""
        found = self._heads.get(slot)
        if found is None:
            found = self._heads[slot] = self._look(slot)
        return found

    def _look(self, slot: str) -> "Sequence[int]":
        tree, token = self.tree, self.token
        verb = self.verbal
        match slot:
            case "subject":
                if tree.pos[token] == "ADJ":
                    return subjects(tree, tree.head[token])
                return self._counted(subjects(tree, token)) if verb else []
            case "object":
                return self._counted(objects(tree, token)) if verb else []
            case "object_modifier":
                return [kid for obj in self.heads("object") for kid in tree.all_kids(obj, "amod", "compound", "nmod")]
            case "complement":
                return [
                    kid for kid in tree.all_kids(token, "xcomp", "ccomp", "acl", "advcl") if _is_infinitive(tree, kid)
                ]
            case "gerund":
                return [kid for kid in tree.all_kids(token, "xcomp", "ccomp", "dobj") if _is_gerund(tree, kid)]
            case "clause":
                return _clauses(tree, token)
            case "own_future":
                return [kid for kid in _clauses(tree, token) if _own_future(tree, kid)]
            case "obliging":
                return [kid for kid in _clauses(tree, token) if _obliges(tree, kid)]
            case "particle":
                below = [kid for prep in tree.all_kids(token, "prep") for kid in tree.all_kids(prep, "advmod")]
                return [  # "together" hangs on "with" in "worked together with Interpol"
                    kid
                    for kid in (*tree.kids[token], *below)
                    if tree.dep[kid] in PARTICLE_DEPS and _is_particle(tree, token, kid)
                ]
            case "modifier":
                return tree.all_kids(token, "amod", "compound", "nmod", "npadvmod", "nummod")
            case "poss":
                return tree.all_kids(token, "poss")
            case "attr" | "oprd":
                found = tree.all_kids(token, "attr", "oprd", "acomp")
                clause = tree.kid(token, "ccomp")  # "named him minister" parsed as a small clause
                return found if clause is None or tree.pos[clause] not in NOMINAL_POS else [*found, clause]
            case "near":
                end = next((at for at in tree.begins if at > token), len(tree))
                return list(range(token + 1, min(token + NEAR + 1, end)))
            case "manner":  # "resigned in protest"
                bare = tree.word[tree.head[token]] == "in" and tree.head[token] == token - 1
                return governors(tree, token) if bare else []
            case "governor":
                return governors(tree, token)
        if self._preps is None:
            self._preps = list(prepositions(tree, token))
            if verb:
                for obj in self.heads("object"):
                    if tree.head[obj] == token:
                        self._preps.extend(prepositions(tree, obj))
            elif tree.dep[token] in {"dobj", "nsubjpass"} and tree.is_verb(tree.head[token]):
                self._preps.extend(prepositions(tree, tree.head[token]))
        return [head for word, head in self._preps if word == slot]

    def _counted(self, heads: "Sequence[int]") -> list[int]:
        """Add what a counting noun counts: "expelled some of the peacekeepers"."""
        tree = self.tree
        found = list(heads)
        for head in heads:
            if tree.lemma[head] in PARTITIVES or tree.pos[head] in {"NUM", "DET"}:
                found.extend(below for word, below in prepositions(tree, head) if word == "of")
        return found


def _is_particle(tree: "Tree", token: int, kid: int) -> bool:
    """Say whether a word can be the verb's particle.

    A preposition only right behind it: "called again for", never "In May he".
    """
    return 0 < kid - token < (4 if tree.dep[kid] == "prep" else 8) or (tree.dep[kid] != "prep" and 0 < token - kid < 3)


def _is_gerund(tree: "Tree", verb: int) -> bool:
    """Say whether a verb is a gerund, simple or perfect: "denied meeting Lind", "denied having met her"."""
    return tree.tag[verb] == "VBG" or (
        tree.tag[verb] == "VBN" and any(tree.tag[kid] == "VBG" for kid in tree.all_kids(verb, "aux"))
    )


def _is_infinitive(tree: "Tree", verb: int) -> bool:
    finite = tree.all_kids(verb, "nsubj", "expl")  # "told Lind there would be no talks"
    return (tree.tag[verb] == "VB" and not finite) or any(tree.word[kid] == "to" for kid in tree.all_kids(verb, "aux"))


def _clauses(tree: "Tree", token: int) -> list[int]:
    """Return finite clauses under a word, also one that the parser hung beside it ("We met," he said)."""
    if tree.pos[token] in NOMINAL_POS:  # "the demand that Iran withdraw"
        return [kid for kid in tree.all_kids(token, "acl", "ccomp", "relcl") if tree.kid(kid, "mark") is not None]
    found = [kid for kid in tree.all_kids(token, "ccomp", "parataxis") if not _is_infinitive(tree, kid)]
    if (
        not found
        and tree.dep[token] in {"parataxis", "ccomp"}
        and tree.is_verb(tree.head[token])
        and tree.head[token] < token
    ):
        before = any(tree.word[here] in {",", "”", '"', "''"} for here in range(max(0, token - 5), token))
        if before and tree.kid(token, "mark") is None:
            found = [tree.head[token]]
    return found


def _own_future(tree: "Tree", clause: int) -> bool:
    if not any(tree.word[kid] in {"will", "would", "'ll", "wo"} for kid in tree.all_kids(clause, "aux")):
        return False
    subject = tree.kid(clause, "nsubj", "nsubjpass")
    return subject is not None and tree.word[subject] in {"it", "he", "she", "they", "we", "i"}


def _obliges(tree: "Tree", clause: int) -> bool:
    """Say whether a clause tells somebody what to do: "said Iran must free them", "said it needed to act"."""
    if any(tree.word[kid] in {"must", "should", "ought"} for kid in tree.all_kids(clause, "aux")):
        return not any(tree.lemma[kid] == "have" for kid in tree.all_kids(clause, "aux"))
    subject = tree.kid(clause, "nsubj")
    bare = subject is not None and tree.kid(clause, "aux") is None
    if bare and (tree.tag[clause] == "VB" or (tree.tag[clause] == "VBP" and tree.tag[subject or 0] in {"NN", "NNP"})):
        return True  # "insisted that Poland change the law"
    if tree.lemma[clause] == "need" and tree.tag[clause] == "VBN":
        return True
    return tree.lemma[clause] in {"need", "have", "ought"} and tree.kid(clause, "xcomp") is not None


def governors(tree: "Tree", token: int) -> list[int]:
    """Return the words right above a token: its head, through a preposition and through coordination."""
    found = []
    here = token
    for _ in range(5):
        head, dep = tree.head[here], tree.dep[here]
        if head == here:
            break
        if dep == "conj":
            here = head
            continue
        if tree.pos[head] in {"ADP", "SCONJ"}:
            here = head
            continue
        found.append(head)
        break
    return found
