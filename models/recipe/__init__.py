"""The recipe of the trained weights: from corpora to ``models/recognizer.npz`` and ``models/relater.npz``."""
