/**
 * The commits that a row of `deployments` brought, as a column of tuples (repository, sha), a row
 * each: the one that it was deployed at and those that it lists beside. The repository of the first
 * is '' where the deployment did not name it.
 */
export const BROUGHT = `
  arrayJoin(
    arrayDistinct(
      arrayFilter(
        one -> one.2 != '',
        arrayPushFront(commits, (CAST(repository, 'String'), sha))
      )
    )
  )`;
