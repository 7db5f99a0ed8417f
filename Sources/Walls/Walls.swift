// Walls: see docs/Modules.md.
