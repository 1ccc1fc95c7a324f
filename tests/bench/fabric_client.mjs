// SPDX-License-Identifier: Apache-2.0
// What bench_fabric does, with the official client: node fabric_client.mjs submit|evaluate NETWORK-FILE NUMBER
import * as crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { connect, hash, signers } from '@hyperledger/fabric-gateway';

const [what, file, number] = process.argv.slice(2);
const told = JSON.parse(readFileSync(file, 'utf8')).ledger;
const first = told.gateways[0];
const client = new grpc.Client(first.endpoint.replace('127.0.0.1', 'localhost'),
  grpc.credentials.createSsl(readFileSync(first.tls_ca)));
const gateway = connect({
  client,
  identity: { mspId: first.msp_id, credentials: readFileSync(told.certificate) },
  signer: signers.newPrivateKeySigner(crypto.createPrivateKey(readFileSync(told.private_key))),
  hash: hash.sha256,
});
const contract = gateway.getNetwork(told.channel).getContract(told.contract);
const organisations = [...new Set(told.gateways.map(one => one.msp_id))];

function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function submit(inFlight) {
  const envelopes = readFileSync(0, 'utf8').trim().split('\n').map(line => Buffer.from(line, 'hex'));
  let next = 0;
  let committed = 0;
  async function work() {
    while (next < envelopes.length) {
      await contract.submit('Submit', {
        arguments: [envelopes[next++]], endorsingOrganizations: organisations,
      });
      committed++;
    }
  }
  const start = performance.now();
  const cpu = cpuSeconds();
  await Promise.all(Array.from({ length: inFlight }, work));
  console.log((performance.now() - start) / 1000, cpuSeconds() - cpu, committed);
}

async function evaluate(count) {
  const spent = [];
  const cpu = cpuSeconds();
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await contract.evaluate('Info', { endorsingOrganizations: [first.msp_id] });
    spent.push((performance.now() - start) / 1000);
  }
  spent.sort((a, b) => a - b);
  console.log(spent[Math.floor(count / 2)], cpuSeconds() - cpu, count);
}

await contract.evaluate('Info');
await (what === 'submit' ? submit : evaluate)(Number(number));
gateway.close();
client.close();
