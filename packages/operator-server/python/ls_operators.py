"""Operators for ls-operator-server, in Python: one file, no dependencies.

    from ls_operators import operator, serve

    @operator("Greeting", parameters=[{"name": "name", "param_type": "str"}])
    def greeting(run, name):
        return f"Hello {name}!"

    if __name__ == "__main__":
        serve()

    ls-operator-server --command "python3 greeting.py"

What a function returns is the message of a success; `False, "message"` is a
refusal. A ValueError says that the input is to blame. Python 3.8 or newer.
"""

import json
import sys
import threading
import traceback

_OPERATORS = {}
_OUTPUT = sys.stdout
_LOCK = threading.Lock()


class Cancelled(Exception):
    """Raised by `run.progress` and `run.check` when the run was cancelled."""


class Run:
    """What a function gets to know of its run, and how it tells of it."""

    def __init__(self, context):
        self.collection_id = context.get("collection_id")
        self.context_filter = context.get("context_filter")
        # Of what is on display, what the operator asks for with `reads`.
        self.task = context.get("task")
        self.data = (self.task or {}).get("data", {})
        self.annotation = context.get("annotation")
        self._cancelled = threading.Event()

    @property
    def cancelled(self):
        return self._cancelled.is_set()

    def check(self):
        """Ends the function when the run was cancelled."""
        if self.cancelled:
            raise Cancelled()

    def progress(self, fraction, text=None):
        """Says how far the run is: 0 to 1, or None when nobody knows."""
        self.check()
        message = {"type": "progress", "fraction": fraction}
        if text is not None:
            message["text"] = str(text)
        _write(message)

    def log(self, message):
        """Adds a line to the log of the run. `print` does so, too."""
        _write({"type": "log", "message": str(message)})


def operator(name, parameters=(), description="", scopes=("root",), **options):
    """Registers a function as an operator; it is called with its parameters."""

    def register(function):
        _OPERATORS[name] = (
            function,
            {
                "name": name,
                "description": description or (function.__doc__ or "").strip(),
                "parameters": list(parameters),
                "supported_scopes": list(scopes),
                **options,
            },
        )
        return function

    return register


def serve():
    """Answers the server. What is printed meanwhile goes into the log."""
    sys.stdout = sys.stderr
    for line in sys.stdin:
        if not line.strip():
            continue
        message = json.loads(line)
        if message["type"] == "describe":
            described = [view for _, view in _OPERATORS.values()]
            _write({"type": "operators", "operators": described})
        elif message["type"] == "execute":
            _execute(message)
            return


def _execute(message):
    run = Run(message.get("context") or {})
    threading.Thread(target=_listen, args=(run,), daemon=True).start()
    function, _ = _OPERATORS[message["operator"]]
    try:
        result = function(run, **message["parameters"])
    except Cancelled:
        _write({"type": "error", "message": "Cancelled."})
    except ValueError as error:
        _write({"type": "error", "kind": "input", "message": str(error)})
    except Exception as error:
        traceback.print_exc()
        words = str(error) or type(error).__name__
        _write({"type": "error", "message": words})
    else:
        _write(_to_result(result))


def _listen(run):
    for line in sys.stdin:
        if line.strip() and json.loads(line)["type"] == "cancel":
            run._cancelled.set()


def _to_result(result):
    if isinstance(result, dict):
        return {"success": True, "message": "", **result, "type": "result"}
    success, message = result if isinstance(result, tuple) else (True, result)
    words = "" if message is None else str(message)
    return {"type": "result", "success": success, "message": words}


def _write(message):
    with _LOCK:
        _OUTPUT.write(json.dumps(message) + "\n")
        _OUTPUT.flush()
