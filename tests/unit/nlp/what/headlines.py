"""Own headlines, lines of lists and telegrams: lines without a full stop, and sentences that only look like them.

The same notation and cast as in sentences.py.
"""

Row = tuple[str, str, str, str]

HEADLINES: list[Row] = [
    ("Novak and Lind meet in Oslo over gas row", "Meeting", "actual", "participant=Novak+Lind place=Oslo"),
    ("Novak to visit Oslo", "Trip", "planned", "traveller=Novak to=Oslo"),
    ("Novak to resign", "Resignation", "planned", "actor=Novak"),
    ("Novak to meet Lind in Cairo on Friday", "Meeting", "planned", "participant=Novak+Lind place=Cairo"),
    ("- Lind to visit Kenya", "Trip", "planned", "traveller=Lind to=Kenya"),
    ("Talks off", "Negotiation", "cancelled", ""),
    ("Talks called off", "Negotiation", "cancelled", ""),
    ("Talks with Norway called off", "Negotiation", "cancelled", "participant=Norway"),
    ("Summit postponed", "Summit", "cancelled", ""),
    ("Visit to Oslo cancelled", "Trip", "cancelled", "to=Oslo"),
    ("Hostages freed", "Retreat", "actual", "recipient=hostages"),
    ("Hostages released by rebels", "Retreat", "actual", "actor=rebels recipient=hostages"),
    ("Novak freed", "Retreat", "actual", "recipient=Novak"),
    ("Lind sacked", "Resignation", "actual", "recipient=Lind"),
    ("Novak jailed for fraud", "Arrest", "actual", "recipient=Novak"),
    ("Novak charged with bribery", "Accusation", "actual", "recipient=Novak"),
    ("Lind urged to resign", "Request", "actual", "recipient=Lind"),
    ("Three held in Lima", "Arrest", "actual", "place=Lima"),
    ("Police: 12 arrested in Cairo", "Arrest", "actual", "place=Cairo"),
    ("Novak says no to deal", "Rejection", "actual", "actor=Novak"),
    ("Deal reached in Geneva", "Agreement", "actual", "place=Geneva"),
    ("Strikes kill 10 in Aleppo", "Assault", "actual", "place=Aleppo"),
    ("Rebels storm airport in Khartoum", "Assault", "actual", "actor=rebels place=Khartoum"),
    ("Novak vows to free hostages", "Promise", "actual", "actor=Novak recipient=hostages"),
    ("Police arrest Marchetti", "Arrest", "actual", "actor=police recipient=Marchetti"),
    ("Novak quits", "Resignation", "actual", "actor=Novak"),
    ("Talks between Norway and Peru ended without a deal.", "Agreement", "negated", "participant=Norway+Peru"),
    ("Norway and Peru ended their talks without a deal.", "Agreement", "negated", "participant=Norway+Peru"),
    ("Talks between Norway and Peru ended with a pact.", "Agreement", "actual", "participant=Norway+Peru"),
    ("Rebels attacked Aleppo on Friday.", "Assault", "actual", "actor=rebels place=Aleppo"),
    ("Novak freed Lind", "Retreat", "actual", "actor=Novak recipient=Lind"),
    ("Novak freed the hostages.", "Retreat", "actual", "actor=Novak recipient=hostages"),
    ("Novak wanted to resign", "Resignation", "hypothetical", "actor=Novak"),
    ("Novak refused to resign", "Resignation", "negated", "actor=Novak"),
    ("Two rallies were held.", "-Arrest", "", ""),
    ("Novak said there was no deal", "-Rejection", "", ""),
]
