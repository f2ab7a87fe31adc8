import { getContainerRuntimeClient } from 'testcontainers';

/**
 * Why no container can be started here, or undefined when an engine answers. Having the `docker` command is not enough.
 *
 * @returns {Promise<string | undefined>}
 */
export async function whyNoDocker() {
  try {
    await getContainerRuntimeClient();
    return undefined;
  } catch {
    return 'no Docker engine answers';
  }
}
