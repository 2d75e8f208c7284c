"""Adapters for phrases without a text: roles_over_time, actor_coding."""

import re
from collections.abc import Iterator
from functools import cache

from benchmarks.quality.sources import Prediction, Row, Task, alpha3, annotated, country_of, document, read_lines
from graphbuilder.nlp.language import load_language
from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.titles import find_titles
from graphbuilder.nlp.who.view import View
from graphbuilder.records.identity import fold
