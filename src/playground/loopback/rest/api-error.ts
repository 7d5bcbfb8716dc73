import type { Place } from '../checks/problems.ts';
import type { JsonObject } from '../json.ts';

/** A request that Discord would refuse: HTTP status, Discord's own code and message. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: JsonObject;

  constructor(status: number, code: number, message: string, errors?: JsonObject) {
    super(message);
    this.status = status;
    this.body = errors === undefined ? { message, code } : { message, code, errors };
  }
}

const known = (status: number, code: number, message: string) => () => new ApiError(status, code, message);

/** The refusals a bot meets, each made anew so that its stack is its own. */
export const REFUSAL = {
  unauthorized: known(401, 0, '401: Unauthorized'),
  notFound: known(404, 0, '404: Not Found'),
  methodNotAllowed: known(405, 0, '405: Method Not Allowed'),
  unknownChannel: known(404, 10003, 'Unknown Channel'),
  unknownGuild: known(404, 10004, 'Unknown Guild'),
  unknownMember: known(404, 10007, 'Unknown Member'),
  unknownMessage: known(404, 10008, 'Unknown Message'),
  unknownRole: known(404, 10011, 'Unknown Role'),
  unknownUser: known(404, 10013, 'Unknown User'),
  unknownWebhook: known(404, 10015, 'Unknown Webhook'),
  unknownApplication: known(404, 10002, 'Unknown Application'),
  unknownInteraction: known(404, 10062, 'Unknown interaction'),
  unknownCommand: known(404, 10063, 'Unknown application command'),
  acknowledged: known(400, 40060, 'Interaction has already been acknowledged.'),
  tooLarge: known(413, 40005, 'Request entity too large'),
  missingAccess: known(403, 50001, 'Missing Access'),
  emptyMessage: known(400, 50006, 'Cannot send an empty message'),
  cannotDm: known(403, 50007, 'Cannot send messages to this user'),
  notText: known(400, 50008, 'Cannot send messages in a non-text channel'),
  notAuthor: known(403, 50005, 'Cannot edit a message authored by another user'),
  missingPermissions: known(403, 50013, 'Missing Permissions'),
  invalidToken: known(401, 50027, 'Invalid Webhook Token'),
  invalidJson: known(400, 50109, 'The request body contains invalid JSON.'),
} as const;

/** Throws `Invalid Form Body` with every fault that was found, if any was. */
export function refuseFaults(place: Place): void {
  if (place.hasFaults) throw new ApiError(400, 50035, 'Invalid Form Body', place.tree());
}

export function tooManyCommands(max: number): ApiError {
  return new ApiError(400, 30032, `Maximum number of application commands reached (${max}).`);
}
