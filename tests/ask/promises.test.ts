import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { askJson, explainText } from '../../src/documents/ask.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { QUESTIONS, worldOf } from './worlds.ts';

const ANSWERS = QUESTIONS.map(({ question, world }) => {
  const reader = worldOf(world);
  return { question, reader, json: askJson(ask(question, reader), voiceOf(reader)) };
});

describe('every answer', () => {
  it('is the same every time', () => {
    for (const { question, reader, json } of ANSWERS) {
      expect(askJson(ask(question, reader), voiceOf(reader))).toEqual(json);
    }
  });

  it('has the fields of the contract, in its order', () => {
    const fields = [
      'question',
      'status',
      'text',
      'variants',
      'claims',
      'conflicts',
      'readings',
      'corrected',
      'related',
    ];
    for (const { json } of ANSWERS) expect(Object.keys(json)).toEqual(fields);
  });

  it('rests on claims when it says anything', () => {
    for (const { question, json } of ANSWERS) {
      if (json.status === 'answered' || json.status === 'ambiguous')
        expect(json.claims.length, question).toBeGreaterThan(0);
    }
  });

  it('gives values only of claims that it rests on', () => {
    for (const { question, json } of ANSWERS) {
      const ids = new Set<number>(json.claims.map((claim) => claim.id));
      for (const variant of json.variants) {
        for (const id of variant.claims) expect(ids.has(id), `${question}: ${variant.value}`).toBe(true);
      }
    }
  });

  it('shows the words of each claim it rests on, or of one that says the same', () => {
    for (const { question, reader, json } of ANSWERS) {
      const shown = json.claims.filter((claim) => json.text.includes(claim.account));
      expect(shown.length, question).toBe(json.claims.length);
      expect(reader.predicates.all.length).toBeGreaterThan(0);
    }
  });

  it('begins "Not recorded" where nothing is, with neighbours beside it and not in it', () => {
    for (const { question, json } of ANSWERS) {
      if (json.status !== 'not-recorded') continue;
      expect(json.text.startsWith('Not recorded'), question).toBe(true);
      const ids = new Set(json.claims.map((claim) => claim.id));
      for (const near of json.related) {
        expect(ids.has(near.id), question).toBe(false);
        expect(json.text.includes(near.statement), `${question}: ${near.statement}`).toBe(false);
      }
    }
  });

  it('says "The accounts disagree" wherever a sign stands, and "inferred" where it is', () => {
    for (const { question, json } of ANSWERS) {
      const isSigned = json.conflicts.some((conflict) => conflict.sign);
      if (isSigned) expect(json.text.toLowerCase(), question).toContain('the accounts disagree');
      if (json.variants.some((variant) => variant.inferred)) expect(json.text, question).toContain('inferred');
    }
  });

  it('can be explained', () => {
    const reader = worldOf('starter');
    const text = explainText(ask('When was Worf captured?', reader), voiceOf(reader));
    expect(text).toContain('captured');
    expect(text).toContain('Kind of question: when');
    expect(text).toMatch(/#\d+ /);
  });
});
