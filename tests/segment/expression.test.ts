import { describe, expect, test } from 'vitest'
import { translateExpression } from '../../server/segment/srx/expression.js'

/** What an expression matches of a text, all of it. */
const found = (expression: string, text: string) => Array.from(text.matchAll(new RegExp(translateExpression(expression), 'gv')), ([match]) => match)

describe('an expression of ICU and Java', () => {
  test.each<[expression: string, text: string, found: string[]]>([
    [String.raw`\p{Lu}\p{Ll}+`, 'Él fue a París', ['Él', 'París']],
    [String.raw`\pL+`, 'año 1', ['año']],
    [String.raw`\P{Lu}`, 'Ab', ['b']],
    [String.raw`\p{^Lu}`, 'Ab', ['b']],
    [String.raw`\p{IsCyrillic}+`, 'да no', ['да']],
    [String.raw`\p{Punct}`, 'a,b', [',']],
    [String.raw`[[:alpha:]]+`, 'a1é', ['a', 'é']],
    [String.raw`\x{E9}\xe9\u00e9\U000000e9`, 'éééé', ['éééé']],
    [String.raw`a\hb\vc`, 'a\u00a0b\nc', ['a\u00a0b\nc']],
    [String.raw`\Q...\E|…`, 'a... b… c..', ['...', '…']],
    [String.raw`(?i)ÉTÉ`, 'été Été', ['été', 'Été']],
    [String.raw`(?i:a)b`, 'Ab AB', ['Ab']],
    [String.raw`a(?i)b|c(?-i)d`, 'aB Cd CD', ['aB', 'Cd']],
    [String.raw`[\p{L}&&[^aeiou]]+`, 'hello', ['h', 'll']],
    [String.raw`[a-z--[aeiou]]+`, 'hello', ['h', 'll']],
    [String.raw`[(){}|/\-\]]+`, 'a(){}|/-]b', ['(){}|/-]']],
    [String.raw`[a-]+`, 'b-a', ['-a']],
    [String.raw`\bcafé\b`, 'le café, cafés', ['café']],
    [String.raw`\d+`, '12 ٣', ['12', '٣']],
    [String.raw`\w++\.`, 'a.b', ['a.']],
    [String.raw`(?>a|ab)c`, 'abc ac', ['abc', 'ac']],
    [String.raw`(?<!3ds )max`, '3ds max, max', ['max']],
    [String.raw`(?<name>a)(b)`, 'ab', ['ab']],
    [String.raw`(?#why)a`, 'a', ['a']],
    [String.raw`^a.$`, 'ab', ['ab']],
    [String.raw`a$`, 'a\n', ['a']],
    [String.raw`(?m)^b`, 'a\nb', ['b']],
    [String.raw`\Aa|\Bb\z`, 'aab', ['a', 'b']],
    [String.raw`a{2,3}?`, 'aaa', ['aa']],
    [String.raw`\.\ظ`, '.ظ', ['.ظ']],
    ['|a', 'a', ['', '']],
    ['', 'a', ['', '']],
  ])('%s in %s', (expression, text, expected) => expect(found(expression, text)).toEqual(expected))

  test.each<[expression: string, problem: string, feature: string]>([
    ['(a', 'syntax', '('],
    ['a)', 'syntax', ')'],
    ['*a', 'syntax', '*'],
    ['[a', 'syntax', '[a'],
    ['[z-a]', 'syntax', 'z-a'],
    ['a{3,2}', 'syntax', '{3,2}'],
    ['\\', 'syntax', '\\'],
    [String.raw`\b+`, 'syntax', '+'],
    [String.raw`(a)\1`, 'feature', '\\1'],
    [String.raw`\X`, 'feature', '\\X'],
    [String.raw`[\b]`, 'feature', '[\\b]'],
    ['(?x)a', 'feature', '(?x'],
    [String.raw`\p{InBasicLatin}`, 'property', '\\p{InBasicLatin}'],
    [String.raw`(\w+\s*)+`, 'repetition', '(…)+'],
    [String.raw`(a|b+)*`, 'repetition', '(…)*'],
    ['a{5000}', 'repetition', '{5000}'],
  ])('%s is refused', (expression, problem, feature) => {
    expect(() => translateExpression(expression)).toThrow(`${problem}: ${feature}`)
  })

  test('may repeat what has a fixed part', () => expect(found(String.raw`(\w+\.)+`, 'a.bc. d')).toEqual(['a.bc.']))

  test('of deep brackets is refused, and does not overflow', () => {
    expect(() => translateExpression('('.repeat(100_000))).toThrow('syntax')
    expect(() => translateExpression('['.repeat(100_000))).toThrow('syntax')
  })
})
