import { isObject, type JsonObject, objectsOf, textOr } from '../json.ts';
import { walkComponents } from '../wire/components.ts';
import { button, componentId } from './buttons.ts';
import { layout } from './layout-components.ts';
import { codePoints, LIMIT } from './limits.ts';
import type { Place } from './problems.ts';
import { SELECTS } from './selects.ts';
import { type Check, list, need, shape } from './shape.ts';

const ROW = 1;
const BUTTON = 2;
const SECTION = 9;
const TEXT_DISPLAY = 10;
const CONTAINER = 17;
const IN_CONTAINER = [ROW, SECTION, TEXT_DISPLAY, 12, 13, 14];
const TOP_LEVEL_V2 = [...IN_CONTAINER, CONTAINER];

/** What a message's components may refer to. */
export interface ComponentsContext {
  readonly v2: boolean;
  /** Names of files that come with the message or stay on it. */
  readonly filenames: ReadonlySet<string>;
}

/** Components of one message, old style (rows only) or V2. */
export function checkComponents(context: ComponentsContext): Check {
  const pieces = layout(context.filenames);
  const row: Check = (value, place) => {
    shape({ id: componentId, components: need(list(inRow, { min: 1, max: LIMIT.buttonsPerRow })) })(value, place);
    const children = isObject(value) ? objectsOf(value.components) : [];
    if (children.length > 1 && children.some((child) => child.type !== BUTTON)) {
      place.fail('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
    }
  };
  const container: Check = (value, place) => {
    pieces.container(value, place);
    if (!isObject(value)) return;
    need(list(ofTypes(IN_CONTAINER, one), { min: 1 }))(value.components, place.at('components'));
  };
  const one: Check = (value, place) => {
    const type = isObject(value) ? value.type : undefined;
    if (type === ROW) row(value, place);
    else if (type === CONTAINER) container(value, place);
    else pieces.leaf(value, place);
  };
  const top = list(ofTypes(context.v2 ? TOP_LEVEL_V2 : [ROW], one), context.v2 ? {} : { max: LIMIT.rows });
  return (value, place) => {
    top(value, place);
    acrossAll(objectsOf(value), context.v2, place);
  };
}

/** Runs the check only for components of a type that may stand here. */
export function ofTypes(allowed: readonly unknown[], check: Check): Check {
  return (value, place) => {
    if (!isObject(value)) return place.fail('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType.');
    if (value.type === undefined || value.type === null) return place.at('type').required();
    if (!allowed.includes(value.type)) {
      return place
        .at('type')
        .fail('UNION_TYPE_CHOICES', `Value of field "type" must be one of (${allowed.join(', ')}).`);
    }
    check(value, place);
  };
}

const inRow = ofTypes([BUTTON, ...[...SELECTS.keys()].map(Number)], (value, place) => {
  const type = isObject(value) ? value.type : undefined;
  (type === BUTTON ? button : (SELECTS.get(type) ?? button))(value, place);
});

/** Rules that hold over all components together: how many, how much text, no id twice. */
function acrossAll(components: readonly JsonObject[], v2: boolean, place: Place): void {
  let count = 0;
  let letters = 0;
  walkComponents(components, (component) => {
    count += 1;
    if (component.type === TEXT_DISPLAY) letters += codePoints(textOr(component.content, ''));
  });
  if (v2 && count > LIMIT.componentsTotal) {
    place.fail(
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The maximum number of components in a message is ${LIMIT.componentsTotal}, but ${count} were given.`,
    );
  }
  if (letters > LIMIT.textDisplays) {
    place.fail(
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Component displayable text size exceeds maximum size of ${LIMIT.textDisplays}`,
    );
  }
  uniqueIds(components, place);
}

/** No custom_id and no numeric id may stand twice, however deep. */
export function uniqueIds(components: readonly JsonObject[], place: Place): void {
  const customIds = new Set<unknown>();
  const ids = new Set<unknown>();
  const visit = (component: JsonObject, here: Place) => {
    if (typeof component.custom_id === 'string') {
      if (customIds.has(component.custom_id)) {
        here.at('custom_id').fail('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
      }
      customIds.add(component.custom_id);
    }
    if (typeof component.id === 'number' && component.id !== 0) {
      if (ids.has(component.id)) here.at('id').fail('COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
      ids.add(component.id);
    }
    objectsOf(component.components).forEach((child, index) => {
      visit(child, here.at('components', index));
    });
    if (isObject(component.accessory)) visit(component.accessory, here.at('accessory'));
    if (isObject(component.component)) visit(component.component, here.at('component'));
  };
  components.forEach((component, index) => {
    visit(component, place.at(index));
  });
}
