"""Restraint: tells event words of stories, games, nature, rules and the far past from events of the news.

Each rule looks at the context (the frame of the sentence, who does it, to what), never at a sentence by its wording, and says
the word that decided. It must not change an event: the coder leaves out what is restrained.
"""

from typing import TYPE_CHECKING, Final

from graphbuilder.nlp.what.clauses import inherited_subject
from graphbuilder.nlp.what.contexts import Restraint, is_dated, is_present, told_age, verb_above
from graphbuilder.nlp.what.pastimes import CONTESTED, of_pastime, offices, who, whom
from graphbuilder.records.annotation import Status

if TYPE_CHECKING:
    from graphbuilder.nlp.what.contexts import Context
    from graphbuilder.nlp.what.drafts import Draft

AWARDED: Final = frozenset({"year", "month", "decade", "century"})
YOUNG: Final = frozenset(
    {"child", "boy", "girl", "teenager", "youth", "schoolboy", "schoolgirl", "toddler", "baby", "infant"}
)
MINORS: Final = frozenset({
    "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    *map(str, range(5, 18)),
})  # fmt: skip
"""Ages of those of whom it is told as a life long past: "At the age of twelve he was arrested"."""
FORCE: Final = frozenset({"Arrest", "Assault", "Coercion", "Deportation", "Sanction"})
HABITUAL: Final = frozenset(
    {"Trip", "Meeting", "Statement", "PhoneCall", "Negotiation", "Summit", "Election", "Cooperation"}
)
"""Labels of which a habit is no news; "are killed every day" is."""
MODALS: Final = frozenset({"may", "can", "could", "must", "shall", "should", "will", "would", "might"})


def restraint_of(context: "Context", draft: "Draft") -> Restraint | None:
    """Return why a draft is no event of the news; None where nothing speaks against it."""
    for rule in (_correction, _story, of_pastime, _history, _figure, _mishap, _rule, _anybody, _habit):
        found = rule(context, draft)
        if found is not None:
            return found
    return None


def _correction(context: "Context", draft: "Draft") -> Restraint | None:
    """Tell "An earlier version of this story misstated where Novak met Lind" from a meeting."""
    cue = context.corrections.at(context.tree.starts[draft.hit.token])
    return None if cue is None else Restraint("correction", cue)


# ---- stories


def _story(context: "Context", draft: "Draft") -> Restraint | None:
    tree, words = context.tree, context.words
    if context.tells_stories:
        told = _told_story(context, draft)
        if told is not None:
            return told
    if not context.depicts:
        return None
    for above in tree.ancestors(draft.hit.carrier):  # "The cartoonist drew the premier arresting a snowman"
        if tree.is_verb(above) and tree.lemma[above] in words.depicting and tree.tag[draft.hit.carrier] == "VBG":
            return Restraint("figure", tree.word[above])
    return None


def _told_story(context: "Context", draft: "Draft") -> Restraint | None:
    tree, words = context.tree, context.words
    cue = context.story(draft.sentence)
    if cue is not None and draft.label != "Legislation" and not (draft.hit.nominal and draft.basis == "stated"):
        root = context.root(draft.sentence)
        framed = root is not None and any(
            tree.lemma[far] in words.fiction
            for prep in tree.all_kids(root, "prep")
            for far in tree.all_kids(prep, "pobj")
        )
        if (framed and cue != "game") or draft.sense.tense != "past":
            return Restraint("film", cue)
    if tree.is_verb(draft.hit.carrier) and draft.sense.tense == "present":
        for above in (
            draft.hit.carrier,
            *tree.ancestors(draft.hit.carrier),
        ):  # "a novel in which the king is kidnapped"
            noun = tree.head[above]
            series = tree.lemma[noun] in words.episodes and not any(
                tree.word[kid] == "of" for kid in tree.all_kids(noun, "prep")
            )  # not "a series of raids in which"
            if tree.dep[above] in {"relcl", "pcomp"} and (series or tree.lemma[noun] in words.fiction - {"game"}):
                return Restraint("film", tree.word[noun])
    return None


# ---- history


def _history(context: "Context", draft: "Draft") -> Restraint | None:
    if context.published is None or draft.label == "Statement":
        return None
    young = _youth(context, draft)
    if young is not None:
        return Restraint("history", young)
    tree, carrier = context.tree, draft.hit.carrier
    dead = next((tree.word[head] for head in who(context, draft) if tree.word[head] in context.words.dead), None)
    if dead is not None and draft.sense.tense == "past":  # "The exhibition shows how Napoleon invaded Russia"
        return Restraint("history", dead)
    above = {carrier, draft.hit.token, *tree.ancestors(carrier)}
    for token, told in context.old(draft.sentence):
        verb = verb_above(tree, token)
        above_it = tree.ancestors(token)
        own = draft.hit.token in (above_it[: above_it.index(verb)] if verb is not None else above_it)
        if (own or verb in above) and draft.sense.tense in {"past", None}:
            return Restraint("history", told)
    if draft.start is not None:
        return None
    cue = context.past(draft.sentence)
    return Restraint("history", cue) if cue is not None and draft.sense.tense in {"past", None} else None


def _youth(context: "Context", draft: "Draft") -> str | None:
    """Return the age of a life long past: "As a child she was abducted by rebels"."""
    tree = context.tree
    if draft.start is not None or draft.sense.tense != "past":
        return None
    for clause in tree.all_kids(draft.hit.carrier, "advcl"):  # "When she was nine, rebels kidnapped her brother"
        ages = [
            kid for kid in tree.all_kids(clause, "acomp", "attr") if tree.pos[kid] == "NUM" or tree.lemma[kid] in YOUNG
        ]
        if tree.lemma[clause] == "be" and ages and any(tree.word[kid] == "when" for kid in tree.kids[clause]):
            return tree.word[ages[0]]
    told = told_age(tree, draft.hit.carrier)
    if told is not None and told.lower() in MINORS:
        return told
    for prep in tree.all_kids(draft.hit.carrier, "prep"):
        for far in tree.all_kids(prep, "pobj") if tree.word[prep] == "as" else ():
            alone = any(tree.word[kid] in {"a", "an"} for kid in tree.all_kids(far, "det"))
            if alone and tree.lemma[far] in YOUNG:
                return tree.word[far]
    return None


# ---- figures of speech


def _figure(context: "Context", draft: "Draft") -> Restraint | None:
    """Tell "Heat attacked the vineyards", "The rally in share prices" and "murdered the language" from deeds."""
    tree, words = context.tree, context.words
    if draft.label == "Statement":
        return None
    token = draft.hit.token
    for head in who(context, draft):
        if draft.label == "Meeting" and any(
            tree.lemma[here] in words.ways for here in tree.conjuncts(head)
        ):  # "where the two rivers meet"
            return Restraint("figure", tree.word[head])
        opening = head in tree.begins and draft.label == "Assault"  # the tagger takes "Heat" for a name
        if tree.lemma[head].lower() in words.nature and (tree.pos[head] == "NOUN" or opening):
            return Restraint("figure", tree.word[head])
        if tree.lemma[head] in words.market and draft.label in CONTESTED | {"Protest", "Trip"}:
            return Restraint("figure", tree.word[head])
    if not tree.is_verb(token) and draft.label in CONTESTED | {"Protest", "Trip"}:
        for prep in tree.all_kids(token, "prep"):
            for far in tree.all_kids(prep, "pobj"):
                if tree.word[prep] in {"in", "of"} and tree.lemma[far] in words.market:
                    return Restraint("figure", tree.word[far])
    if tree.lemma[token] in words.body_verbs and tree.is_verb(token):
        for head in whom(context, draft):
            if tree.lemma[head] in words.things:
                return Restraint("figure", tree.word[head])
    if draft.label in {"Appointment", "Election"}:
        for head in (*whom(context, draft), *offices(tree, draft.hit.carrier)):
            for prep in tree.all_kids(head, "prep"):
                span = tree.kid(prep, "pobj")  # "was elected animal of the year"
                if span is not None and tree.word[prep] == "of" and tree.lemma[span] in AWARDED:
                    return Restraint("description", f"{tree.word[head]} of the {tree.word[span]}")
    if draft.label in {"Sanction", "Mobilization", "Deportation"}:
        for head in who(context, draft):
            if tree.lemma[head] in words.everyday and tree.pos[head] == "NOUN":
                return Restraint("description", tree.word[head])
    return None


def _mishap(context: "Context", draft: "Draft") -> Restraint | None:
    """Tell "were killed when their truck overturned" from a killing."""
    tree, words = context.tree, context.words
    if draft.label != "Assault" or not tree.is_verb(draft.hit.token):
        return None
    for head in who(context, draft):
        if tree.lemma[head] in words.vehicles:
            return Restraint("accident", tree.word[head])
    for clause in tree.all_kids(draft.hit.token, "advcl"):
        subject = tree.kid(clause, "nsubj")
        if tree.lemma[clause] in words.mishaps and subject is not None and tree.pos[subject] == "NOUN":
            return Restraint("accident", tree.word[clause])
    return None


# ---- rules, anybody, habits


def _rule(context: "Context", draft: "Draft") -> Restraint | None:
    """Tell "The law lets the police disperse a crowd" from a crowd dispersed."""
    tree, words = context.tree, context.words
    if draft.label == "Legislation" or not context.tells_rules:
        return None
    for above in tree.ancestors(draft.hit.carrier):
        subject = tree.kid(above, "nsubj")
        if subject is None or tree.lemma[above] not in words.ruling or not is_present(tree, above):
            continue
        if tree.lemma[subject] in words.rules and above != draft.hit.carrier:
            return Restraint("court", tree.word[subject])
    return None


def _anybody(context: "Context", draft: "Draft") -> Restraint | None:
    """Tell "Anyone who blocks a road risks a fine" and "Countries that sign could never leave" from what somebody did."""
    tree, words = context.tree, context.words
    tokens = tree.tokens(draft.sentence)
    verb = draft.hit.carrier
    told = draft.sense.tense == "past" and draft.sense.status is Status.ACTUAL
    if told or any(tree.pos[here] == "PROPN" for here in tokens) or not tree.is_verb(verb):
        return None
    first, last = tree.word[tokens[0]], tree.word[tokens[-1]]
    if first in {"suppose", "imagine"} or (
        last == "?" and first == "what" and "would" in tree.word[tokens[0] : tokens[-1]]
    ):
        return Restraint("hypothetical", first)
    if last != "." or is_dated(context, draft.sentence):
        return None  # a headline
    if tree.word[tokens[0] + 1 : tokens[0] + 4] == ["the", "world", "over"]:  # "Dictators the world over jail critics."
        return Restraint("opinion", first)
    subject = inherited_subject(tree, verb)
    if subject is None:
        return None
    modal = any(tree.word[kid] in MODALS for kid in tree.all_kids(verb, "aux"))
    if tree.word[subject] in words.anybody and tree.kid(subject, "relcl") is not None:
        return Restraint("hypothetical", tree.word[subject])
    indefinite = any(tree.word[kid] in {"a", "an", "any", "every"} for kid in tree.all_kids(subject, "det"))
    if indefinite and (modal or is_present(tree, verb)):
        several = tree.all_kids(verb, "conj") or tree.dep[verb] == "conj"
        if (modal and tree.word[tree.kids[verb][0]] != "will") or several:
            return Restraint("court" if modal else "opinion", tree.word[subject])
    plural = tree.tag[subject] == "NNS" and not tree.all_kids(subject, "det", "poss", "nummod", "amod", "compound")
    plural = plural and all(_is_wide(context, prep) for prep in tree.all_kids(subject, "prep"))
    main = tree.head[verb] if tree.dep[verb] == "conj" else verb
    simple = tree.tag[main] in {"VBP", "VB"} and main > subject and not tree.all_kids(main, "aux")
    if plural and simple and tree.dep[main] == "ROOT" and draft.label in FORCE:  # "Dictators arrest their critics."
        return Restraint("opinion", tree.word[subject])
    plural = tree.tag[subject] == "NNS" and not tree.all_kids(subject, "det", "poss", "nummod")
    clause = (
        tree.head[verb] if tree.dep[verb] == "conj" else verb
    )  # "Owners who injure or kill burglars are unlikely to ..."
    if (plural or indefinite) and tree.dep[clause] == "relcl" and is_present(tree, verb):
        main = tree.head[subject]
        if any(tree.word[kid] in MODALS for kid in tree.all_kids(main, "aux")) or is_present(tree, main):
            return Restraint("hypothetical", tree.word[subject])
    return None


def _is_wide(context: "Context", prep: int) -> bool:
    """Say whether a phrase only spreads its noun over the world: "Autocrats across the continent ban protests"."""
    tree = context.tree
    return all(tree.lemma[far] in context.words.everywhere for far in tree.all_kids(prep, "pobj"))


def _habit(context: "Context", draft: "Draft") -> Restraint | None:
    """Tell "visits her mother on Sundays" and what a party stands for from news."""
    tree, words = context.tree, context.words
    verb = draft.hit.carrier
    if not tree.is_verb(verb):
        return None
    if draft.sense.tense != "past" and draft.label in HABITUAL:
        for time in draft.times:
            if time.kind == "SET":
                return Restraint("description", tree.text[time.start_char : time.end_char])
    if draft.label in {"Support", "Rejection"} and is_present(tree, verb):
        subject = inherited_subject(tree, verb)
        others = [tree.lemma[here] for here in (*tree.all_kids(verb, "conj"), tree.head[verb]) if here != verb]
        if (
            subject is not None
            and tree.lemma[subject] in words.parties
            and any(other in words.creed for other in others)
        ):
            return Restraint("opinion", tree.word[verb])
    return None
