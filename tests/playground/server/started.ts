import { type Playground, playgroundProblemText, startPlayground } from '../../../src/playground/start.ts';

/** A playground on a free port. */
export async function started(options: Partial<Parameters<typeof startPlayground>[0]> = {}): Promise<Playground> {
  const playground = await startPlayground({ port: 0, ...options });
  if (!playground.ok) throw new Error(playgroundProblemText(playground.problem));
  return playground.value;
}
