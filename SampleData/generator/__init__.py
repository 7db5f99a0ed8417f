"""Material and rules from which make-sample.py writes the sample street."""
