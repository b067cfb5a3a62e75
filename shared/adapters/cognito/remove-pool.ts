import {
  type CognitoIdentityProviderClient,
  DeleteUserPoolCommand,
  DeleteUserPoolDomainCommand,
  DescribeUserPoolCommand,
  ResourceNotFoundException,
  UpdateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";

/**
 * Removes a pool with everybody in it, whether it is there or not. Cognito refuses it while the pool is protected or has a domain, so these
 * go first. To lift the protection sets whatever is not named with it to its default: nothing is left of it in a moment.
 */
export const removePool = async (client: CognitoIdentityProviderClient, poolId: string): Promise<void> => {
  const pool = { UserPoolId: poolId };
  try {
    const { UserPool } = await client.send(new DescribeUserPoolCommand(pool));
    if (UserPool?.Domain !== undefined)
      await client.send(new DeleteUserPoolDomainCommand({ ...pool, Domain: UserPool.Domain }));
    if (UserPool?.DeletionProtection === "ACTIVE")
      await client.send(new UpdateUserPoolCommand({ ...pool, DeletionProtection: "INACTIVE" }));
    await client.send(new DeleteUserPoolCommand(pool));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
};
