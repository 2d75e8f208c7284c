"""What was called for, plotted, nearly done or wrongly reported, and one deed told by two words; each row beside its near miss.

The same form as sentences.py.
"""

DOUBTS: list[tuple[str, str, str, str]] = [
    # calls, appeals and plots: the infinitive belongs to the noun
    ("Novak ignored appeals to free the hostages.", "Retreat", "hypothetical", "actor=Novak recipient=hostages"),
    ("Novak used the truce to free the hostages.", "Retreat", "actual", "actor=Novak recipient=hostages"),
    (
        "The opposition led calls from farmers to expel the diplomats.",
        "Sanction",
        "hypothetical",
        "actor=the opposition recipient=diplomats",
    ),
    ("Calls to arrest Lind grew on Monday.", "Arrest", "hypothetical", "recipient=Lind"),
    ("Police foiled a plot to kill Lind.", "Assault", "negated", "recipient=Lind"),
    ("Police found a rifle and killed Lind.", "Assault", "actual", "actor=police recipient=Lind"),
    ("Soldiers uncovered a plot to bomb Aleppo.", "Assault", "hypothetical", "place=Aleppo"),
    ("Haddad plotted to kill Lind.", "Assault", "hypothetical", "actor=Haddad recipient=Lind"),
    ("The court convicted Haddad of plotting to kill Lind.", "Assault", "hypothetical", "actor=Haddad recipient=Lind"),
    ("Soldiers marched on Nairobi to arrest Okello.", "Arrest", "planned", "actor=soldiers recipient=Okello"),
    ("Students marched to demand that Okello resign.", "Request", "actual", "actor=students recipient=Okello"),
    ("Rebels crossed the river to attack the army.", "Assault", "planned", "actor=rebels recipient=the army"),
    ("Rebels crossed the river and attacked the army.", "Assault", "actual", "actor=rebels recipient=the army"),
    # nearly, wrongly, without proof
    ("Okello came close to resigning.", "Resignation", "negated", "actor=Okello"),
    ("Novak is close to signing a treaty with Lind.", "Agreement", "hypothetical", "participant=Lind+Novak"),
    ("The rumour that Okello had resigned was false.", "Resignation", "negated", "actor=Okello"),
    ("Okello was wrongly reported to have resigned.", "Resignation", "negated", "actor=Okello"),
    ("Okello was reported to have resigned.", "Resignation", "actual", "actor=Okello"),
    ("Russia falsely claimed that Ukraine had shelled Kharkiv.", "Assault", "negated", "actor=Ukraine place=Kharkiv"),
    ("There is no evidence that Iran attacked Norway.", "Assault", "hypothetical", "actor=Iran recipient=Norway"),
    (
        "According to the indictment, Haddad beat Lind with cables.",
        "Assault",
        "hypothetical",
        "actor=Haddad recipient=Lind",
    ),
    ("According to residents, Haddad beat Lind with cables.", "Assault", "actual", "actor=Haddad recipient=Lind"),
    # plans that changed
    ("Novak had planned to fly to Oslo but went to Lima instead.", "Trip", "cancelled", "traveller=Novak to=Oslo"),
    (
        "Novak had been due to travel on to Lima, but the stop was scrapped.",
        "Trip",
        "cancelled",
        "traveller=Novak to=Lima",
    ),
    (
        "Novak had been due to travel on to Lima, but the dinner was scrapped.",
        "Trip",
        "planned",
        "traveller=Novak to=Lima",
    ),
    ("The union called a strike in Lima.", "Protest", "planned", "actor=the union place=Lima"),
    # who was hit and who is only near
    ("The government condemned the arrest of Lind.", "Accusation", "actual", "actor=the government"),
    ("The government condemned Iran's arrest of Lind.", "Accusation", "actual", "actor=the government recipient=Iran"),
    ("Norway recalled its ambassador to Kenya.", "Sanction", "actual", "actor=Norway recipient=Kenya"),
    ("Norway warned that Kenya would impose tariffs on tea.", "Statement", "actual", "speaker=Norway"),
    (
        "Gunmen tied to Iran attacked the court in Cairo.",
        "Assault",
        "actual",
        "actor=gunmen recipient=the court place=Cairo",
    ),
    (
        "Rebels attacked the army in Aleppo, killing two villagers, the regional governor, Marta Haddad, said.",
        "Statement",
        "actual",
        "speaker=Haddad",
    ),
    (
        "Two nurses were killed when rebels shelled a school in Aleppo.",
        "Assault",
        "actual",
        "actor=rebels place=Aleppo",
    ),
    # words for blows
    ("The premier attacked Lind over the budget.", "Accusation", "actual", "recipient=Lind"),
    ("The union attacked Lind for her remarks.", "Accusation", "actual", "actor=the union recipient=Lind"),
    ("Gunmen attacked Lind with knives.", "Assault", "actual", "actor=gunmen recipient=Lind"),
    ("Novak bombarded Lind with questions.", "-Assault", "", ""),
    ("The judge killed the merger.", "-Assault", "", ""),
    ("The European Union and Norway are fighting over fish.", "-Assault", "", ""),
    ("North Korea fired two missiles into the sea.", "Mobilization", "actual", "actor=North Korea"),
    ("North Korea fired two missiles at Japan.", "Assault", "actual", "actor=North Korea recipient=Japan"),
    ("Kenya began pulling its troops out of Sudan.", "Retreat", "actual", "actor=Kenya recipient=Sudan"),
    ("Kenya pulled out of the treaty on Monday.", "-Retreat", "", ""),
    ("The ministers ended three days of talks in Oslo.", "-Rejection", "", ""),
    ("Kenya ended talks with the rebels.", "Rejection", "actual", "actor=Kenya recipient=rebels"),
    ("Iran handed over two prisoners to Norway.", "Retreat", "actual", "actor=Iran recipient=Norway"),
    ("Lind lost a vote of confidence.", "-Election", "", ""),
    ("Lind lost the election.", "Election", "actual", "actor=Lind"),
]
