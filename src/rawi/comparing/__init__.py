"""The corpus: reuse, stories, identity, dating, utterances, agreement, ledger, timeline."""
