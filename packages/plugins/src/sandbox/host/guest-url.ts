/**
 * Address of the folder that holds the guest's files, where nobody says
 * otherwise: beside the module that runs.
 */
export const GUEST_URL = new URL('./', import.meta.url).href;
