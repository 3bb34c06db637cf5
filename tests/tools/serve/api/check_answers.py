# SPDX-License-Identifier: GPL-2.0-or-later
#
# check_answers.py OPENAPI ANSWERS: each line of ANSWERS is {"url":…, "answer":…}; the answer must
# keep to the schema that the document has for the address. Prints what does not.
import json
import re
import sys

from jsonschema import Draft202012Validator, RefResolver

api = json.load(open(sys.argv[1], encoding="utf-8"))
resolver = RefResolver.from_schema(api)
for name, schema in api["components"]["schemas"].items():
    Draft202012Validator.check_schema(schema)


def operation_of(path):
    for pattern, operations in api["paths"].items():
        if re.fullmatch(pattern.replace(".", r"\.").replace("{id}", ".+"), path):
            return operations["get"]
    sys.exit("no address for " + path)


failed = 0
for line in open(sys.argv[2], encoding="utf-8"):
    given = json.loads(line)
    if given["status"] == 200:
        content = operation_of(given["url"].split("?")[0])["responses"]["200"]["content"]
        schema = content["application/json"]["schema"]
    else:
        schema = {"$ref": "#/components/schemas/Problem"}
    validator = Draft202012Validator(schema, resolver=resolver)
    for error in sorted(validator.iter_errors(given["answer"]), key=str)[:3]:
        failed += 1
        print(given["url"], "/".join(map(str, error.absolute_path)), error.message[:300])
        for inner in error.context[:6]:
            print("   ", "/".join(map(str, inner.absolute_path)), inner.message[:200])
sys.exit(1 if failed else 0)
