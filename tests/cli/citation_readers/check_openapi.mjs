// SPDX-License-Identifier: GPL-2.0-or-later
//
// node check_openapi.mjs READERS FILE: exits with 0 if FILE is a valid OpenAPI document.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [readers, file] = process.argv.slice(2);
const found = createRequire(readers + "/").resolve("@seriousme/openapi-schema-validator");
const { Validator } = await import(pathToFileURL(found));
const result = await new Validator().validate(file);
if (!result.valid) console.log(JSON.stringify(result.errors, null, 1));
process.exit(result.valid ? 0 : 1);
