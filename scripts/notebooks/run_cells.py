"""
Runs cells in the Jupyter kernel named first, in this folder, and prints what each of them showed.

    python3 run_cells.py deno < sources.json > outputs.json

In: a list of sources. Out: for each its outputs, as a notebook file holds them but for the count of the execution.

Why not `jupyter nbconvert --execute`: it takes a cell for done when the kernel says that it is idle. Deno's kernel (2.9) now and then says so before the
last output has left, and then even calls it the output of the next cell. Outputs do leave in order, though. So behind each cell a mark is printed and
shown, and what comes before the mark is the cell's.
"""
import json
import sys
import uuid

from jupyter_client.manager import KernelManager

PATIENCE = 120


def output_of(kind, content):
    """The output a message tells of; None for messages about something else."""
    if kind == "stream":
        return {"output_type": kind, "name": content["name"], "text": content["text"]}
    if kind == "error":
        return {"output_type": kind, **{key: content[key] for key in ("ename", "evalue", "traceback")}}
    if kind in ("execute_result", "display_data"):
        return {"output_type": kind, "data": content["data"], "metadata": content["metadata"]}
    return None


def run(client, source):
    mark = uuid.uuid4().hex
    client.execute(source)
    client.execute(f"console.log('{mark}');\n'{mark}'")
    outputs, marks = [], set()
    while len(marks) < 2:
        message = client.get_iopub_msg(timeout=PATIENCE)
        output = output_of(message["msg_type"], message["content"])
        if output is None:
            continue
        if mark in json.dumps(output):
            marks.add(output["output_type"])
            before = output.get("text", "").split(mark)[0]
            output = {**output, "text": before}
            if before == "":
                continue
        if outputs and output["output_type"] == "stream" and outputs[-1].get("name") == output["name"]:
            outputs[-1]["text"] += output["text"]
        else:
            outputs.append(output)
    return outputs


manager = KernelManager(kernel_name=sys.argv[1])
manager.start_kernel()
client = manager.client()
client.start_channels()
try:
    client.wait_for_ready(timeout=PATIENCE)
    shown = []
    for source in json.load(sys.stdin):
        shown.append(run(client, source))
        if any(output["output_type"] == "error" for output in shown[-1]):
            break
    json.dump(shown, sys.stdout)
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
