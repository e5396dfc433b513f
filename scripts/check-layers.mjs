// Layers by dependency-cruiser; a cruise that saw no modules is a failure, not a pass.
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTypeScript from 'dependency-cruiser/config-utl/extract-ts-config'
import { readdirSync } from 'node:fs'

const options = await extractOptions('./.dependency-cruiser.cjs')
const { output } = await cruise(['src'], { ...options, validate: true }, undefined, {
  tsConfig: extractTypeScript('tsconfig.node.json'),
})
const { modules, summary } = output
const reasons = new Map(options.ruleSet.forbidden.map((rule) => [rule.name, rule.comment]))
const own = modules.filter((module) => module.source.startsWith('src/')).length
const files = readdirSync('src', { recursive: true }).filter((name) =>
  /(?<!\.d)\.tsx?$/.test(String(name)),
).length
for (const violation of summary.violations.filter((found) => found.rule.severity === 'error')) {
  console.error(
    `${violation.rule.name}: ${violation.from} → ${violation.to}\n  ${reasons.get(violation.rule.name)}`,
  )
}
if (own < files) console.error(`only ${own} of ${files} files were cruised`)
console.log(`layers: ${own} modules, ${summary.error} violations`)
process.exit(summary.error > 0 || own < files ? 1 : 0)
