"""Graphs -> scores, groups and findings: one function for one measure, its source named. Nothing here lays out a table."""
