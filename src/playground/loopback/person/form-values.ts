import { codePoints, LIMIT } from '../checks/limits.ts';
import type { ModalForm } from '../interactions/interaction.ts';
import { isObject, type JsonObject, numberOr, objectOf, objectsOf, textOr, withoutNulls } from '../json.ts';
import { type FileInput, isFile, uploadFile } from './files.ts';
import type { OptionPlace } from './option-values.ts';
import { PersonError } from './person-error.ts';
import { optionValue, readSelected } from './select-values.ts';

/** What a person fills into one field of a form. */
export type FieldInput = string | boolean | readonly string[] | readonly FileInput[];

/** `components` of a submitted form; fields are given by custom id or label. */
export function readForm(
  modal: ModalForm,
  given: Readonly<Record<string, FieldInput>>,
  place: OptionPlace,
): readonly JsonObject[] {
  const used = new Set<string>();
  let lastId = 0;
  const numbered = (component: JsonObject): JsonObject => {
    lastId += 1;
    return { type: component.type, id: numberOr(component.id, 0) || lastId };
  };
  const field = (input: JsonObject, label: unknown): JsonObject => {
    const name = [textOr(input.custom_id, ''), textOr(label, '')].find((candidate) => given[candidate] !== undefined);
    if (name !== undefined) used.add(name);
    const base = { ...numbered(input), custom_id: input.custom_id };
    return { ...base, ...fieldValue(withoutNulls(input), name === undefined ? undefined : given[name], place) };
  };
  const submitted = modal.components.map((component) => {
    const base = numbered(component);
    if (isObject(component.component)) return { ...base, component: field(component.component, component.label) };
    const inputs = objectsOf(component.components);
    return inputs.length === 0 ? base : { ...base, components: inputs.map((input) => field(input, input.label)) };
  });
  const unknown = Object.keys(given).find((name) => !used.has(name));
  if (unknown !== undefined) throw new PersonError(`The form "${modal.title}" has no field "${unknown}".`);
  return submitted;
}

function fieldValue(input: JsonObject, given: FieldInput | undefined, place: OptionPlace): JsonObject {
  const name = textOr(input.custom_id, '');
  const list = Array.isArray(given) ? given : given === undefined ? [] : [given];
  const isRequired = input.required !== false;
  switch (input.type) {
    case 4:
      return { value: textValue(input, given ?? textOr(input.value, '')) };
    case 23:
      return { value: given === true || (given === undefined && input.default === true) };
    case 21: {
      const [picked] = list;
      if (picked === undefined && isRequired) throw new PersonError(`The field "${name}" is required.`);
      return { value: typeof picked === 'string' ? optionValue(input, picked) : null };
    }
    case 19: {
      const files = list.filter(isFile).map((file) => uploadFile(place.state, place.channelId, file));
      for (const file of files) place.resolved.attachment(file);
      return {
        values: counted(
          input,
          files.map((file) => file.id),
          isRequired,
        ),
      };
    }
    case 22:
      return {
        values: counted(
          input,
          list.map((value) => optionValue(input, String(value))),
          isRequired,
        ),
      };
    default: {
      const values = list.filter((value) => typeof value === 'string');
      if (values.length === 0 && !isRequired) return { values: [] };
      return { values: readSelected(objectOf(input), values, place.resolved) };
    }
  }
}

function textValue(input: JsonObject, given: FieldInput): string {
  const name = textOr(input.custom_id, '');
  if (typeof given !== 'string') throw new PersonError(`The field "${name}" takes text.`);
  const length = codePoints(given);
  if (length === 0 && input.required === false) return '';
  const min = Math.max(numberOr(input.min_length, 0), input.required === false ? 0 : 1);
  const max = numberOr(input.max_length, LIMIT.inputText);
  if (length < min || length > max)
    throw new PersonError(`The field "${name}" takes ${min} to ${max} characters, not ${length}.`);
  return given;
}

function counted(input: JsonObject, values: readonly string[], isRequired: boolean): readonly string[] {
  const min = isRequired ? numberOr(input.min_values, 1) : 0;
  const max = numberOr(input.max_values, input.type === 22 ? objectsOf(input.options).length : 1);
  if (values.length < min || values.length > max) {
    throw new PersonError(
      `The field "${textOr(input.custom_id, '')}" takes ${min} to ${max} values, not ${values.length}.`,
    );
  }
  return values;
}
