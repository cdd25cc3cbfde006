// What the file says, and what follows from it. Everything is joined by number: a person, a thing, a right.
const STATUS = ['', 'enabled', 'disabled', 'deleted'];
const STATUS_WORDS = { '': 'unknown', enabled: 'active', disabled: 'blocked', deleted: 'deleted' };

async function load() {
  const text = document.getElementById('data').textContent.trim();
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Model(await new Response(stream).json());
}

class Model {
  constructor(data) {
    Object.assign(this, data);
    this.now = data.meta.endedAt;
    this.size = data.people.id.length;
    this.things = data.things.map(([kind, id, name, note], index) => ({ index, kind, id, name, note, rights: [] }));
    this.rights = data.rights.map(([thing, slug, name, privileged, role], index) => ({ index, thing: this.things[thing], slug, name, privileged: !!privileged, role: role < 0 ? null : this.things[role] }));
    this.rights.forEach(right => right.thing.rights.push(right));
    this.from = this.rights.map(() => []);
    this.to = this.rights.map(() => []);
    for (const [source, target, shallow] of data.passages) {
      this.from[source].push({ target, shallow });
      this.to[target].push({ source, shallow });
    }
    this.people.findings = new Array(this.size).fill(0);
    this.findingsOf = new Map();
    this.findings.forEach((finding, at) => finding.rows.forEach(row => {
      if (row[5] < 0) return;
      const list = this.findingsOf.get(row[5]) ?? [];
      if (!list.some(item => item.finding === finding)) this.people.findings[row[5]]++;
      list.push({ finding, at, detail: row[4] });
      this.findingsOf.set(row[5], list);
    }));
    this.directly = this.rights.map(() => []);
    this.people.d.forEach((rights, person) => rights.forEach(right => this.directly[right].push(person)));
    this.byRecord = new Map();
    for (const [person, recorded] of Object.entries(this.people.r)) {
      for (const [right] of recorded) {
        if (!this.byRecord.has(right)) this.byRecord.set(right, []);
        this.byRecord.get(right).push(Number(person));
      }
    }
    this.closures = new Map();
    this.holders = new Map();
  }

  /** Everything that a directly held right gives, itself included. */
  closure(right, direct = true) {
    const key = direct ? right : -1 - right;
    let known = this.closures.get(key);
    if (!known) {
      known = new Set([right]);
      for (const at of known) {
        for (const { target, shallow } of this.from[at]) if (!shallow || (direct && at === right)) known.add(target);
      }
      this.closures.set(key, known);
    }
    return known;
  }

  recordedOf(person) {
    return this.people.r[person] ?? [];
  }

  /** The shortest way to each right that somebody reaches: what is held first, the right itself last. */
  waysOf(person) {
    const ways = new Map(this.people.d[person].map(right => [right, [right]]));
    const queue = [...ways.keys()];
    const held = new Set(queue);
    for (let i = 0; i < queue.length; i++) {
      for (const { target, shallow } of this.from[queue[i]]) {
        if (ways.has(target) || (shallow && !held.has(queue[i]))) continue;
        ways.set(target, [...ways.get(queue[i]), target]);
        queue.push(target);
      }
    }
    for (const [right, source] of this.recordedOf(person)) {
      for (const target of this.closure(right, false)) {
        if (!ways.has(target)) ways.set(target, target === right ? [source, right] : [source, right, target]);
      }
    }
    return ways;
  }

  /** Everybody who reaches one of some rights. */
  peopleWith(rights) {
    const key = rights.map(right => right.index).join();
    let known = this.holders.get(key);
    if (known) return known;
    const back = new Set(rights.map(right => right.index));
    for (const at of back) for (const { source, shallow } of this.to[at]) if (!shallow) back.add(source);
    const first = new Set(back), found = new Set();
    for (const at of back) for (const { source, shallow } of this.to[at]) if (shallow) first.add(source);
    for (const right of first) for (const person of this.directly[right]) found.add(person);
    for (const right of back) for (const person of this.byRecord.get(right) ?? []) found.add(person);
    known = [...found].sort((a, b) => a - b);
    this.holders.set(key, known);
    return known;
  }

  /** The rights by which somebody is in a thing; a role also counts where it is held inside an organization. */
  rightsOf(thing) {
    const own = thing.rights.filter(right => right.slug !== 'has_permission');
    return thing.kind === 'role' ? [...own, ...this.rights.filter(right => right.role === thing)] : own;
  }

  membersOf(thing) {
    return this.peopleWith(this.rightsOf(thing));
  }

  ofKind(kind) {
    return this.things.filter(thing => thing.kind === kind);
  }

  words(right) {
    if (right.role) return `${right.role.name} in ${right.thing.name}`;
    if (right.thing.kind === 'organization' || right.thing.kind === 'group') return right.slug === 'member' ? `member of ${right.thing.name}` : `${right.slug} of ${right.thing.name}`;
    return right.thing.name;
  }
}
