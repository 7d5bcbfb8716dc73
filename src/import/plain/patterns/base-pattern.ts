import { dateOf } from '../clause-date.ts';
import { type Pattern, pairs } from '../draft.ts';
import { objectsAfter, subjectBefore } from '../noun-phrases.ts';
import { lowerAt } from '../scene.ts';

const SET_UP = /^(?:set|made|established|built|pitched|moved)$/;
const BASE = /^(?:base|bases|camp|camps|headquarters|operation|operations|quarters|court|seat|home|refuge|lair)$/;

/** "X set up their camp in Y in D": from then on. */
export const basePattern: Pattern = {
  id: 'base',
  find: (scene) =>
    scene.items.flatMap((_, at) => {
      const { items } = scene;
      if (!SET_UP.test(lowerAt(items, at))) return [];
      for (let next = at + 1; next <= at + 6; next += 1) {
        const lower = lowerAt(items, next);
        if (lower === '') return [];
        if (!BASE.test(lower) || !/^(?:in|at|on|within)$/.test(lowerAt(items, next + 1))) continue;
        const places = objectsAfter(items, next + 2);
        const subject = places === null ? null : subjectBefore(scene, at);
        const [place] = places?.names ?? [];
        if (places === null || subject === null || place === undefined) return [];
        const date = dateOf(items, subject.from, places.to);
        const from = date === null || date.isEnd ? {} : { isFrom: true };
        return pairs(subject.names, [place], {
          predicate: 'based_at',
          date,
          from: subject.from,
          to: places.to,
          ...from,
        });
      }
      return [];
    }),
};
