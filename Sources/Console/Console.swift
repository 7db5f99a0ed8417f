// Console: see docs/Modules.md.
