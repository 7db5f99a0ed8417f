// Tests of Paper.
