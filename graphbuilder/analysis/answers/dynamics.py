"""What follows what, who will meet next, and what is out of the ordinary."""

from collections import Counter

from graphbuilder.analysis.answers.layout import Row, joined, lay_out, names, number, rounded
from graphbuilder.analysis.measures.anomalies import find_bursts, find_silences
from graphbuilder.analysis.measures.prediction import BASELINES, SCORES, Trial, backtest, predict
from graphbuilder.analysis.measures.sequences import PERMUTATIONS, what_follows
from graphbuilder.analysis.projections.windows import in_window
from graphbuilder.analysis.selection import keep_events
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import MEETING_LABELS, View


def sequences(view: View) -> Table:
    """List what follows a kind of event between the same two, how often, and how often by chance."""
    options = view.options
    triggers, found = what_follows(view.selected, options.trigger, days=options.days, seed=options.seed)
    rows: list[Row] = [
        (
            one.label,
            one.observed,
            rounded(one.expected),
            None if one.lift is None else rounded(one.lift),
            rounded(one.p),
            joined(f"{trigger} > {event}" for trigger, event in one.pairs),
        )
        for one in found
    ]
    note = (
        f"{triggers} events {options.trigger} with a date and two sides; {options.days} days; {PERMUTATIONS} permutations, "
        f"seed {options.seed}."
    )
    if not triggers:
        known = Counter(event.label for event in view.selected.events.values() if event.first)
        some = ", ".join(label for label, _ in sorted(known.items(), key=lambda item: (-item[1], item[0]))[:6])
        note = f"There is no dated {options.trigger} between two sides; choose another --trigger, for instance {some}."
    columns = ("follows", "observed", "expected", "lift", "p", "event_ids")
    title = f"What follows {options.trigger} within {options.days} days"
    return lay_out(view, rows, name="sequences", title=title, columns=columns, note=note)


def prediction(view: View) -> Table:
    """List who will meet next, likeliest first; the note says how such predictions did on the last slices."""
    events = {key: event for key, event in view.selected.events.items() if event.label in MEETING_LABELS}
    chosen = keep_events(view.selected, events)
    rows: list[Row] = []
    trials: tuple[Trial, ...] = ()
    if view.slices:
        trials = backtest(chosen, view.slices)
        met = view.meetings
        rows = [
            (
                view.everything.name_of(one),
                view.everything.name_of(other),
                rounded(score),
                met.edges[one, other]["weight"] if met.has_edge(one, other) else 0,
                str(met.edges[one, other]["last"]) if met.has_edge(one, other) else None,
                one,
                other,
                joined(met.edges[one, other]["events"]) if met.has_edge(one, other) else None,
            )
            for (one, other), score in predict(chosen, view.slices)
        ]
    note = f"Mean average precision on {len({trial.window for trial in trials})} later slices: {_results(trials)}."
    columns = ("one", "other", "score", "met", "last", "one_id", "other_id", "event_ids")
    return lay_out(view, rows, name="prediction", title="Who will meet next", columns=columns, note=note)


def _results(trials: tuple[Trial, ...]) -> str:
    said = []
    for score in SCORES:
        own = [trial for trial in trials if trial.score == score]
        if own:
            mean = sum(trial.average_precision for trial in own) / len(own)
            hits, possible = sum(trial.hits for trial in own), sum(trial.possible for trial in own)
            kind = "baseline, " if score in BASELINES else ""
            said.append(f"{score} {mean:.3f} ({kind}{hits} of {possible} in the first {max(one.tried for one in own)})")
    return "; ".join(said) or "too few meetings to try"


def silences(view: View) -> Table:
    """List pairs that went silent though their past would let one expect more."""
    today = view.today
    found = find_silences(view.selected, view.dyads, today) if today else ()
    rows: list[Row] = [
        (*(view.everything.name_of(key) for key in one.pair), len(one.events), rounded(one.usual_gap), one.last.isoformat(),
         one.days, float(f"{one.p:.3g}"), *one.pair, joined(one.events))
        for one in found
    ]  # fmt: skip
    note = f"{len(view.dyads)} pairs up to {today}; days without an event, against the usual days between two."
    columns = ("one", "other", "events", "usual_gap", "last", "silent_days", "p", "one_id", "other_id", "event_ids")
    return lay_out(view, rows, name="silences", title="Who went silent", columns=columns, note=note)


def bursts(view: View) -> Table:
    """List the time slices in which an entity took part in far more events than in all others."""
    windows = view.slices
    held: dict[str, list[list[str]]] = {}
    for place, window in enumerate(windows):
        for event, members in in_window(view.selected, window).cast().items():
            for who in members:
                held.setdefault(who, [[] for _ in windows])[place].append(event)
    found = [(one, who) for who in sorted(held) for one in find_bursts([len(events) for events in held[who]])]
    found.sort(key=lambda item: (item[0].p, item[1]))
    rows: list[Row] = [
        (names(view, (who,)), windows[one.window].name, one.count, rounded(one.expected), float(f"{one.p:.3g}"), who,
         joined(held[who][one.window]))
        for one, who in found
    ]  # fmt: skip
    rows.sort(key=lambda row: (number(row[4]), str(row[0]), str(row[1])))
    note = f"{len(held)} entities in {len(windows)} slices ({view.options.every})."
    columns = ("name", "slice", "events", "expected", "p", "id", "event_ids")
    return lay_out(view, rows, name="bursts", title="Far more than usual", columns=columns, note=note)
