import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Form } from '../../commands/command.ts';
import { actionId } from './action-id.ts';
import { LIMITS } from './limits.ts';

/** A form as Discord shows it. Throws where its options do not fit into an id: they must be short. */
export function formModal(form: Form): APIModalInteractionResponseCallbackData {
  const id = actionId({ verb: 'do', command: form.action, options: form.options, page: 1 });
  if (id === null) throw new Error(`the options of ${form.action} are too long for a form`);
  return {
    custom_id: id,
    title: form.title.slice(0, LIMITS.modalTitle),
    components: form.fields.map((field) => ({
      type: ComponentType.Label,
      label: field.label.slice(0, LIMITS.fieldLabel),
      component: {
        type: ComponentType.TextInput,
        custom_id: field.name,
        style: field.isLong === true ? TextInputStyle.Paragraph : TextInputStyle.Short,
        required: field.isRequired === true,
        max_length: Math.min(field.maxLength, LIMITS.fieldText),
        ...(field.value === undefined || field.value === '' ? {} : { value: field.value.slice(0, field.maxLength) }),
        ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder.slice(0, LIMITS.placeholder) }),
      },
    })),
  };
}
