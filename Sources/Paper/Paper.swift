// Paper: see docs/Modules.md.
