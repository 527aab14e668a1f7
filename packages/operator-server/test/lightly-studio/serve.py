"""Serves the operators of the tables with the real LightlyStudio.

    python serve.py FOLDER PORT

Prints {"url": …, "collectionId": …} once it answers. The operators have the
names and the behaviour of those in ../double/double-operators.ts.
"""

import json
import os
import sys
import threading
import time
import urllib.request
from pathlib import Path

os.environ["LIGHTLY_STUDIO_ANALYTICS_ENABLED"] = "false"
folder, port = Path(sys.argv[1]), int(sys.argv[2])

import lightly_studio as ls
from lightly_studio import db_manager
from lightly_studio.plugins.base_operator import BaseOperator, OperatorResult
from lightly_studio.plugins.operator_context import OperatorScope
from lightly_studio.plugins.operator_registry import operator_registry
from lightly_studio.plugins.parameter import (
    BoolParameter,
    FloatParameter,
    IntParameter,
    StringParameter,
    TableParameter,
)
from PIL import Image


class Operator(BaseOperator):
    name = ""
    description = ""
    parameters = ()
    supported_scopes = ()

    def __init__(self, name, act, parameters=(), scopes=(OperatorScope.ROOT,)):
        self.name = name
        self.act = act
        self.parameters = list(parameters)
        self.supported_scopes = list(scopes)

    def startup(self):
        if self.name == "Broken":
            raise RuntimeError("no model")
        super().startup()

    def execute(self, *, session, context, parameters):
        return self.act(context, parameters)


def success(message):
    return OperatorResult(success=True, message=message)


def raises(error):
    def act(context, parameters):
        raise error

    return act


def sees_context(context, parameters):
    context_filter = context.context_filter
    return success(
        json.dumps(
            {
                "collection_id": str(context.collection_id),
                "filter_type": getattr(context_filter, "filter_type", None),
            }
        )
    )


def slow(context, parameters):
    time.sleep(0.3)
    return success("At last.")


every_type = [
    StringParameter(name="text"),
    IntParameter(name="count", default=3),
    FloatParameter(name="ratio", default=0.5),
    BoolParameter(name="flag", default=True),
    TableParameter(
        name="rules",
        required=False,
        columns=[StringParameter(name="pattern"), FloatParameter(name="weight")],
    ),
    StringParameter(name="note", required=False),
    FloatParameter(name="limit", required=False),
]

OPERATORS = [
    Operator(
        "Greeting",
        lambda context, parameters: success(f"Hello {parameters['name']}!"),
        [StringParameter(name="name", description="your name", default="you")],
    ),
    Operator(
        "Every type",
        lambda context, parameters: success(json.dumps(parameters)),
        every_type,
        [OperatorScope.ROOT, OperatorScope.IMAGE],
    ),
    Operator("Sees context", sees_context),
    Operator(
        "Refuses",
        lambda context, parameters: OperatorResult(
            success=False, message="Not today."
        ),
    ),
    Operator("Bad value", raises(ValueError("bad value"))),
    Operator("Crashes", raises(RuntimeError("something secret"))),
    Operator("Answers nothing", lambda context, parameters: None),
    # A dictionary would be checked; what is in its own class is not.
    Operator("Odd types", lambda c, p: OperatorResult(success=1, message=3)),
    Operator("Odd dictionary", lambda c, p: {"success": True, "message": 3}),
    Operator("Video only", lambda c, p: success(""), scopes=[OperatorScope.VIDEO]),
    Operator("Slow", slow),
    Operator("Twice", lambda context, parameters: success("first")),
    Operator("Twice", lambda context, parameters: success("second")),
    Operator("Broken", lambda context, parameters: success("")),
]


def announce(collection_id):
    url = f"http://127.0.0.1:{port}"
    while True:
        try:
            urllib.request.urlopen(f"{url}/healthz").read()
            break
        except OSError:
            time.sleep(0.2)
    # Too late for its startup: it is said to be starting for ever.
    operator_registry.register(
        Operator("Still starting", lambda context, parameters: success(""))
    )
    place = {"url": f"{url}/api", "collectionId": str(collection_id)}
    print(json.dumps(place), flush=True)


db_manager.connect(db_file=str(folder / "studio.db"), cleanup_existing=True)
images = folder / "images"
images.mkdir(exist_ok=True)
Image.new("RGB", (8, 8)).save(images / "one.png")
dataset = ls.ImageDataset.create()
# With embeddings it would download the weights of a model.
dataset.add_images_from_path(path=str(images), embed=False)
for operator in OPERATORS:
    operator_registry.register(operator)
threading.Thread(
    target=announce, args=(dataset.collection_id,), daemon=True
).start()
ls.start_gui(host="127.0.0.1", port=port)
