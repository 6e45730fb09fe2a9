"""A catalogue of adapted teams: from the clubs' YAML files to a static site."""

__version__ = "0.1.0"
