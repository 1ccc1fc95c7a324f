// SPDX-License-Identifier: Apache-2.0
// The smallest contract of the official Node shim: Submit(value) puts one key. Only for the benchmark beside it.
'use strict';
const shim = require('fabric-shim');

class Put {
    async Init() {
        return shim.success();
    }

    async Invoke(stub) {
        const [, value] = stub.getBufferArgs();
        await stub.putState(value.subarray(0, 32).toString('hex'), value);
        return shim.success();
    }
}

const [ccid, address] = process.argv.slice(2);
shim.server(new Put(), { ccid, address }).start();
