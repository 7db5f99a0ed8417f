// Pages: see docs/Modules.md.
