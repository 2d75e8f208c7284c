"""The analyses by name: a stream of elements in, one table out for each name asked for.

The graph is read once however many analyses are asked for. A new analysis is a function in `answers` and a row here.
"""

from collections.abc import Callable, Iterable, Sequence

from graphbuilder.analysis.answers import around, contacts, diplomacy, dynamics, groups, relations, standing, structure
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import Options, View, check_options
from graphbuilder.errors import SettingsError, did_you_mean
from graphbuilder.graph.elements import Element
from graphbuilder.records.base import Record


class Analysis(Record, frozen=True):
    """An analysis: what it asks, its measure with the source of it, and whether it belongs to the standard set.

    `needs` is how many entities must be in focus, `rolling` whether it can look at windows that overlap: one that counts each
    event once cannot.
    """

    run: Callable[[View], Table]
    asks: str
    measure: str
    standard: bool = False
    needs: int = 0
    rolling: bool = False


ANALYSES: dict[str, Analysis] = {
    "participation": Analysis(
        run=standing.participation, asks="Who took part in most events, in which roles, from when to when?",
        measure="Number of events by entity", standard=True,
    ),
    "ties": Analysis(
        run=standing.ties, asks="Who acted with others most?",
        measure="Strength (Barrat and others 2004) and degree (Freeman 1979)", standard=True,
    ),
    "pagerank": Analysis(
        run=standing.pagerank_ranking, asks="Who matters?",
        measure="PageRank (Page and others 1999) on shared events", standard=True,
    ),
    "hits": Analysis(
        run=standing.hits_ranking, asks="Who is acted on by those who act most, and who acts?",
        measure="Hubs and authorities (Kleinberg 1999) on directed acts", standard=True,
    ),
    "betweenness": Analysis(
        run=standing.betweenness_ranking, asks="Who connects the others?",
        measure="Betweenness (Freeman 1977; Brandes 2001); a sample says its size and error (Brandes and Pich 2007)",
        standard=True,
    ),
    "closeness": Analysis(
        run=standing.closeness_ranking, asks="Who is near to everyone, by all paths at once?",
        measure="Current-flow closeness (Stephenson and Zelen 1989; Brandes and Fleischer 2005)",
    ),
    "constraint": Analysis(
        run=structure.constraint_ranking, asks="Who bridges structural holes?",
        measure="Constraint and effective size (Burt 1992)", standard=True,
    ),
    "cores": Analysis(
        run=structure.core_ranking, asks="Who is at the core?",
        measure="Core number (Seidman 1983; Batagelj and Zaversnik 2003)", standard=True,
    ),
    "bridges": Analysis(
        run=structure.bridge_list, asks="Without which tie or entity would the network fall apart?",
        measure="Bridges (Tarjan 1974) and articulation points (Hopcroft and Tarjan 1973)", standard=True,
    ),
    "brokerage": Analysis(
        run=structure.brokerage_ranking, asks="Who brokers between blocs, in which role?",
        measure="Coordinator, consultant, gatekeeper, representative, liaison (Gould and Fernandez 1989)",
    ),
    "communities": Analysis(
        run=groups.communities, asks="Who keeps whose company?",
        measure="Louvain (Blondel and others 2008), Leiden (Traag and others 2019) or label propagation (Raghavan and others "
        "2007), with modularity (Newman 2004)",
        standard=True,
    ),
    "stability": Analysis(
        run=groups.stability, asks="How far do the communities depend on the method and its seed?",
        measure="Adjusted Rand index over ten seeds (Hubert and Arabie 1985)",
    ),
    "blocs": Analysis(
        run=groups.blocs, asks="How do blocs form, split, merge and dissolve?",
        measure="Communities of successive slices, matched (Greene and others 2010)", rolling=True,
    ),
    "camps": Analysis(
        run=contacts.camps, asks="Which camps do countries form by their contacts?",
        measure="Louvain (Blondel and others 2008) on contacts of countries' people, weighed as Newman (2001), where clearest",
    ),
    "turn": Analysis(
        run=contacts.turn, asks="When did contacts across the camps of countries change?",
        measure="Change point of the share across (Hinkley and Hinkley 1970) against a permutation (Ernst 2004)",
    ),
    "balance": Analysis(
        run=groups.balance_table, asks="Is the enemy of my enemy my friend, and which ties say otherwise?",
        measure="Balanced triangles (Cartwright and Harary 1956) and the line index (Harary 1959)",
    ),
    "relations": Analysis(
        run=relations.relations, asks="Who acted towards whom, how, and how intensely?",
        measure="Events by quad class and the sum of PLOVER scores (Goldstein 1992)", standard=True,
    ),
    "countries": Analysis(
        run=relations.countries, asks="Which country acted towards which, through whomever?",
        measure="Directed country dyads (Goldstein 1992)", standard=True,
    ),
    "reciprocity": Analysis(
        run=relations.reciprocity_table, asks="Who answers whom, and in what tone?",
        measure="Reciprocity of ties (Garlaschelli and Loffredo 2004) and of weights (Squartini and others 2013)",
        standard=True,
    ),
    "dyads": Analysis(
        run=relations.dyads, asks="How did conflict and cooperation between two countries go, and when did it turn?",
        measure="Goldstein series with change points by optimal partitioning (Jackson and others 2005; Killick and others 2012)",
    ),
    "statements": Analysis(
        run=relations.statements, asks="Who speaks of whom, and in what tone?",
        measure="Speakers to those in the content of what they say",
    ),
    "meetings": Analysis(
        run=diplomacy.meetings, asks="Who met whom, how often and when?", measure="Pairs in one room", standard=True
    ),
    "statuses": Analysis(
        run=diplomacy.statuses, asks="What happened and what did not?", measure="Events by label and status", standard=True
    ),
    "travel": Analysis(
        run=diplomacy.travel, asks="Who went where, how often?", measure="Travellers and destinations", standard=True
    ),
    "itineraries": Analysis(
        run=diplomacy.itineraries, asks="Where did a traveller go, and whom did they see there?",
        measure="Trips with the events that are part of them or took place there on their days",
    ),
    "calendar": Analysis(
        run=diplomacy.calendar, asks="What was held, planned and called off, day by day?",
        measure="Dated diplomatic events by day",
    ),
    "sequences": Analysis(
        run=dynamics.sequences, asks="What follows a threat (or another event) between the same two?",
        measure="Counts within a number of days against a permutation of days (Ernst 2004)",
    ),
    "prediction": Analysis(
        run=dynamics.prediction, asks="Who will meet next?",
        measure="Recency and shared partners (Liben-Nowell and Kleinberg 2007; Adamic and Adar 2003), tried on later slices "
        "against simple baselines",
    ),
    "silences": Analysis(
        run=dynamics.silences, asks="Who went silent?",
        measure="The chance of so long a gap at the pair's own rate (Heard and others 2010)",
    ),
    "bursts": Analysis(
        run=dynamics.bursts, asks="When did someone do far more than usual?",
        measure="Poisson tail of a slice against all others (Neill 2009)",
    ),
    "ego": Analysis(
        run=around.ego, asks="Who is around one entity, and how are they tied to each other?",
        measure="Ego network and its density (Freeman 1982)", needs=1,
    ),
    "chain": Analysis(
        run=around.chain, asks="By which meetings is one entity joined to another?",
        measure="Shortest paths through meetings, each step with its events", needs=2,
    ),
    "relay": Analysis(
        run=around.relay, asks="How could word pass from one entity to another, meeting after meeting?",
        measure="Shortest journey in the order of time (Bui-Xuan and others 2003)", needs=2,
    ),
    "history": Analysis(
        run=around.history, asks="What did two do with or to each other, day by day, also through those who act for them?",
        measure="Events of both by day", needs=2,
    ),
}  # fmt: skip
"""The analyses by the name a person asks for."""

STANDARD = tuple(name for name, analysis in ANALYSES.items() if analysis.standard)
"""What is done when no analysis is named: the quick ones that every graph can answer."""


def analyze(
    elements: Iterable[Element], names: Sequence[str] = STANDARD, options: Options | None = None
) -> tuple[Table, ...]:
    """Return one table for each of `names`, in their order; `elements` are read once.

    A graph without a matching event gives empty tables that say so.

    Raises:
        SettingsError: A name, or something in the options, does not exist or makes no sense.
        SchemaError: The elements are not a whole graph.
    """
    options = options or Options()
    check_names(names, options)
    return tuple(ANALYSES[name].run(view) for view in (View(read_participations(elements), options),) for name in names)


def check_names(names: Sequence[str], options: Options) -> None:
    """Raise SettingsError for an analysis that does not exist or for options that make no sense."""
    for name in names:
        if name not in ANALYSES:
            raise SettingsError(
                f"there is no analysis {name!r};{did_you_mean(name, ANALYSES)} choose from {', '.join(ANALYSES)}"
            )
        if ANALYSES[name].needs > len(options.focus):
            wanted = "an entity" if ANALYSES[name].needs == 1 else "two entities"
            raise SettingsError(f"the analysis {name!r} needs {wanted}: name {wanted} with --of")
        if options.window is not None and not ANALYSES[name].rolling:
            known = ", ".join(one for one, analysis in ANALYSES.items() if analysis.rolling)
            raise SettingsError(f"the analysis {name!r} has no rolling windows, which overlap; --window is for {known}")
    check_options(options)
