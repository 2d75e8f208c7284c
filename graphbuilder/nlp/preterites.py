"""Irregular past forms that the tagger takes for a present ("China forgave a loan on Monday"); none is also a base form."""

from typing import Final

PRETERITES: Final = frozenset(
    ("forgave", "gave", "took", "withdrew", "held", "sought", "fought", "said", "told", "broke", "began", "chose", "drove",
     "fled", "flew", "forbade", "forgot", "froze", "hid", "kept", "knew", "lost", "made", "overthrew", "paid", "rose", "sank",
     "sent", "shook", "shot", "sold", "spoke", "stole", "stood", "strove", "struck", "swore", "threw", "undertook", "underwent",
     "went", "withstood", "won", "wrote", "wore", "brought", "bought", "caught", "dealt", "drew", "grew", "met", "sat",
     "slew", "swept", "taught", "tore", "withheld")
)  # fmt: skip
