// Tests of Pages.
