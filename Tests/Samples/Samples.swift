// A small office for tests.
