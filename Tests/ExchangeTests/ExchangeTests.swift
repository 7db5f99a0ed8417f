// Tests of Exchange.
