import pathlib
import sys
import time

# Next to your own file this line is not needed: copy ls_operators.py there.
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "python"))
from ls_operators import operator, serve

@operator(
    "Count words",
    description="Counts the words of a text, slowly enough to watch.",
    parameters=[
        {"name": "text", "param_type": "str", "multiline": True},
        {"name": "pause", "param_type": "float", "default": 0.1, "min": 0, "max": 5},
    ],
)
def count_words(run, text, pause):
    words = text.split()
    for index, word in enumerate(words, start=1):
        run.progress(index / len(words), word)
        time.sleep(pause)
    return f"{len(words)} words"


if __name__ == "__main__":
    serve()
