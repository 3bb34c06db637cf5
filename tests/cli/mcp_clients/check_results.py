# SPDX-License-Identifier: GPL-2.0-or-later
#
# check_results.py ANSWERS: the output of ask.mjs. Each structured answer must keep to the schema
# that its tool was listed with, each question to that of its arguments if it was answered, and each
# schema to JSON Schema 2020-12. An error has no objects. Prints what does not.
import json
import sys

from jsonschema import Draft202012Validator

lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
tools = {tool["name"]: tool for tool in next(line["tools"] for line in lines if "tools" in line)}
failed = checked = 0


def report(what, error):
    global failed
    failed += 1
    print(what, "/".join(map(str, error.absolute_path)), error.message[:300])
    for inner in error.context[:6]:
        print("   ", "/".join(map(str, inner.absolute_path)), inner.message[:200])


for tool in tools.values():
    for name in ("inputSchema", "outputSchema"):
        Draft202012Validator.check_schema(tool[name])
for line in lines:
    asked = line.get("asked", {})
    if "result" not in line or "tool" not in asked:
        continue
    result, tool = line["result"], tools[asked["tool"]]
    if result.get("isError"):
        if "structuredContent" in result:
            failed += 1
            print(asked, "is refused with objects")
        continue
    checked += 1
    for error in list(Draft202012Validator(tool["outputSchema"]).iter_errors(result["structuredContent"]))[:3]:
        report(asked, error)
    for error in list(Draft202012Validator(tool["inputSchema"]).iter_errors(asked.get("arguments", {})))[:3]:
        report(asked, error)
print(checked, "answers checked")
sys.exit(1 if failed or checked == 0 else 0)
