// Journal: see docs/Modules.md.
