// Canvas: see docs/Modules.md.
