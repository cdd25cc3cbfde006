// The mock tenant as its users have it: a process of our own program, spoken to over HTTP.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { TlsFront } from './tls-front.mjs';

const program = process.env.AUTH0_CONNECTOR
  ?? fileURLToPath(new URL('../../../artifacts/bin/Auth0Connector.Cli/debug/auth0-connector.dll', import.meta.url));

export class MockTenant {
  #process;
  #front;
  #told;

  static async start(flags = []) {
    const tenant = new MockTenant();
    tenant.#front = await TlsFront.listen();
    const audience = `https://${tenant.#front.domain}/api/v2/`;
    tenant.#process = spawn(
      'dotnet',
      [program, 'mock-tenant', '--port', '0', '-o', 'json', '--audience', audience, ...flags.map(String)],
      { stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      tenant.#told = await firstAnswer(tenant.#process);
    } catch (failure) {
      await tenant.stop();
      throw failure;
    }

    tenant.#front.leadTo(Number(new URL(tenant.#told.baseUrl).port));
    return tenant;
  }

  get domain() {
    return this.#front.domain;
  }

  get credentials() {
    return { clientId: this.#told.clientId, clientSecret: this.#told.clientSecret };
  }

  // One kind of the ground truth: what the tenant has, whatever it answers.
  async truth(kind) {
    const text = await (await this.#control(`truth/${kind}`)).text();
    return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
  }

  async requests() {
    const text = await (await this.#control('requests/recent')).text();
    return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
  }

  async stop() {
    if (this.#process.pid !== undefined && this.#process.exitCode === null) {
      this.#process.kill('SIGTERM');
      await once(this.#process, 'exit');
    }

    await this.#front.close();
  }

  async #control(path) {
    const answer = await fetch(new URL(`/control/${path}`, this.#told.baseUrl));
    if (!answer.ok) {
      throw new Error(`/control/${path} answered ${answer.status}`);
    }

    return answer;
  }
}

// The program writes one JSON object when it listens, and nothing after it.
function firstAnswer(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    let complaints = '';
    child.stderr.on('data', (bytes) => { complaints += bytes; });
    child.stdout.on('data', (bytes) => {
      said += bytes;
      if (said.trimEnd().endsWith('}')) {
        resolve(JSON.parse(said));
      }
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the mock tenant ended with ${code}: ${complaints}`)));
  });
}
