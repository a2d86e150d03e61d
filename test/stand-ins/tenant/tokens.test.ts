import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { type AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import { type Certificate, loadCertificate } from '../../world/tls.ts';
import { type Heard, newClient } from './client.ts';
import { type App, audiences, purserApp, tenantId } from './index.ts';
import { standIn } from './stand-in.ts';

const GRAPH = 'https://graph.microsoft.com/.default';
const policies = '/v1.0/policies/AllowSelfServicePurchase';

describe('tokens', () => {
  const its = standIn();
  const app = (): App => its.tenant.company.apps[0] ?? assert.fail('no app is registered');
  const graph = (path: string, init?: RequestInit): Promise<Heard> => its.client.graph(path, init);

  const msal = (credential: object, scope: string): Promise<AuthenticationResult | null> =>
    new ConfidentialClientApplication({
      auth: {
        clientId: purserApp.id,
        ...credential,
        authority: `${its.tenant.urls.login}/${tenantId}`,
        knownAuthorities: [new URL(its.tenant.url).host],
      },
    }).acquireTokenByClientCredential({ scopes: [scope] });

  it('come through an unchanged MSAL, for every API, with audience, app and roles', async () => {
    for (const [api, audience] of Object.entries(audiences)) {
      const token = await msal({ clientSecret: purserApp.secret }, `${audience}/.default`);
      const claims = await its.tenant.verify(token?.accessToken ?? '', audience);
      assert.equal(claims.appid, purserApp.id);
      assert.equal(claims.tid, tenantId);
      const granted = app().roles[api as keyof typeof audiences];
      assert.deepEqual(claims.roles ?? [], granted);
    }
  });

  it('are given to an app that signs with its own certificate, and to no other', async () => {
    const signedBy = async ({ key, cert }: Certificate): Promise<string | undefined> => {
      const thumbprintSha256 = new X509Certificate(cert).fingerprint256.replaceAll(':', '');
      const token = await msal({ clientCertificate: { privateKey: key, thumbprintSha256 } }, GRAPH);
      return token?.accessToken;
    };
    const certificate = await loadCertificate();
    await assert.rejects(signedBy(certificate), /AADSTS700027/);
    app().certificates.push(certificate.cert);
    assert.ok(await signedBy(certificate));
  });

  it('are refused for a wrong secret, an unknown app, an unknown API and an unknown tenant', async () => {
    await assert.rejects(msal({ clientSecret: 'wrong' }, GRAPH), /AADSTS7000215/);
    await assert.rejects(msal({ clientSecret: purserApp.secret }, 'https://nothing.example/.default'), /AADSTS500011/);
    app().appId = 'somebody else';
    await assert.rejects(msal({ clientSecret: purserApp.secret }, GRAPH), /AADSTS700016/);
    const heard = await its.client.send(`${its.tenant.url}/elsewhere/v2.0/.well-known/openid-configuration`);
    assert.deepEqual([heard.status, heard.body.error], [400, 'invalid_tenant']);
  });

  it('are demanded back, for the right API only', async () => {
    const heard = await its.client.send(`${its.tenant.urls.graph}/v1.0/organization`);
    assert.deepEqual([heard.status, heard.code], [401, 'InvalidAuthenticationToken']);
    const wrong = await graph('/organization', { headers: await its.client.authorization('licensing') });
    assert.match(wrong.message, /Invalid audience/);
    const other = await its.client.licensing(policies, { headers: await its.client.authorization('graph') });
    assert.deepEqual([other.status, other.body.errorCode], [401, 'Unauthorized']);
    const { Authorization: token = '' } = await its.client.authorization('graph');
    const changed = await graph('/organization', { headers: { Authorization: `${token.slice(0, -6)}AAAAAA` } });
    assert.match(changed.message, /Invalid signature/);
  });

  it('of one tenant are worth nothing in another of the same process', async () => {
    const { Authorization: token = '' } = await its.client.authorization('graph');
    const other = await its.another();
    const heard = await its.client.send(`${other.urls.graph}/v1.0/organization`, { headers: { Authorization: token } });
    assert.equal(heard.status, 401);
  });

  it('are refused once they have expired', async () => {
    const late = await its.another({ tokenSeconds: -60 });
    const heard = await newClient(late).graph('/organization');
    assert.match(heard.message, /the token is expired/);
  });

  it('must carry the role the route needs', async () => {
    app().roles.graph = ['User.Read.All'];
    const heard = await graph('/directory/subscriptions');
    assert.deepEqual([heard.status, heard.code], [403, 'Authorization_RequestDenied']);
    app().roles.licensing = ['Policy.Read.AllowSelfServicePurchase'];
    const put = await its.client.licensing(
      `${policies}/products/CFQ7TTC0H9MP`,
      its.client.json('PUT', { policyValue: 'Disabled' }),
    );
    assert.equal(put.status, 403);
    assert.equal((await its.client.licensing(`${policies}/products/CFQ7TTC0H9MP`)).status, 200);
  });
});
