// Text: see docs/Modules.md.
