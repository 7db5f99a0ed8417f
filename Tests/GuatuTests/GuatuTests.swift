// Tests of Guatu.
