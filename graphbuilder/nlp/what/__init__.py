"""What happened: event mentions with their triggers, status, participants, places and dates.

The door is `graphbuilder.nlp.what.coder.find_events`.
"""
