// Atlas: see docs/Modules.md.
