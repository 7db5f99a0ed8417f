// Terminal: see docs/Modules.md.
