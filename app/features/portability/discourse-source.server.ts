import { findForum, readTopicTexts } from "./discourse-files.server.ts";
import { fieldsOf, memberKey, stateOf, threadOf } from "./discourse-items.ts";
import { discourseLinks, discoursePostKey } from "./discourse-links.ts";
import { likesOf, readTopic, type DiscoursePost, type DiscourseTopic } from "./discourse-topic.ts";
import type { ImportItem, ImportSource, MemberItem, OutlineItem, Where } from "./import-items.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { ImportRefusedError } from "./import-refused-error.ts";
import type { ImportReport } from "./import-report.server.ts";
import { parseWhen } from "./parse-when.ts";

const SMALL_ACTION = 3;
const WHISPER = 4;

type Person = { username: string; name: string; since: Date; where: Where };
type Place = { file: string; row: number };

/** Topics of a Discourse forum as an import source. */
export class DiscourseSource implements ImportSource {
  readonly name: string;
  readonly baseUrl: string;
  readonly findTarget: ImportSource["findTarget"];
  private readonly place: string;
  private readonly report: ImportReport;
  private readonly people = new Map<string, Person>();
  /** Topic id → where its first file is; a second one isn't taken. */
  private readonly topics = new Map<number, string>();

  private constructor(place: string, baseUrl: string, report: ImportReport) {
    this.place = place;
    this.report = report;
    this.baseUrl = baseUrl;
    this.name = `discourse:${new URL(baseUrl).host}`;
    this.findTarget = discourseLinks(baseUrl);
  }

  /** Throws ImportRefusedError when there is nothing to read, or nothing tells whose topics they are. */
  static async open(
    place: string,
    url: string | null,
    report: ImportReport,
  ): Promise<DiscourseSource> {
    const forum = await findForum(place, url);
    if (forum === null) {
      throw new ImportRefusedError("Say where the topics are from: --url https://forum.example");
    }
    return new DiscourseSource(place, forum, report);
  }

  async *outline(): AsyncGenerator<OutlineItem> {
    const threads: { at: number; item: OutlineItem }[] = [];
    const posts: { at: number; item: OutlineItem }[] = [];
    for await (const { topic, where } of this.read(true)) {
      const thread = String(topic.id);
      const last = new Date(Date.UTC(2012, 0, 1));
      for (const post of this.postsOf(topic, true)) {
        const at = (parseWhen(post.created_at) ?? last).getTime();
        const key = discoursePostKey(topic.id, post.post_number);
        this.meet(post, new Date(at), where);
        if (post.post_number === 1) {
          threads.push({ at, item: { type: "thread", key: thread, title: topic.title, where } });
        }
        const isOpening = post.post_number === 1;
        posts.push({ at, item: { type: "post", key, thread, isOpening, where } });
      }
    }
    // Ids follow time, whatever the order of the files.
    for (const { item } of threads.sort((a, b) => a.at - b.at)) yield item;
    for (const { item } of posts.sort((a, b) => a.at - b.at)) yield item;
  }

  async *items(): AsyncGenerator<ImportItem> {
    const people = [...this.people].sort(([, a], [, b]) => a.since.getTime() - b.since.getTime());
    for (const [key, person] of people) yield this.member(key, person);
    for await (const { topic, where } of this.read(false)) yield* this.postItems(topic, where);
    for await (const { topic, where } of this.read(false)) yield* this.markItems(topic, where);
  }

  private async *read(isFirst: boolean): AsyncGenerator<{ topic: DiscourseTopic; where: Where }> {
    for await (const text of readTopicTexts(this.place)) {
      const say = (id: string, reason: string) =>
        isFirst && this.report.problem({ file: text.file, row: text.row, id }, reason);
      if ("problem" in text) {
        say("", text.problem);
        continue;
      }
      const topic = readTopic(text.json);
      if ("problem" in topic) {
        say("", topic.problem);
        continue;
      }
      const id = String(topic.id);
      const where = { file: text.file, row: text.row, id };
      if (isFirst) this.look(topic, where);
      if (this.topics.get(topic.id) === placeOf(text)) yield { topic, where };
    }
  }

  /** Decides whether a topic is taken, and reports what is missing in it. */
  private look(topic: DiscourseTopic, where: Where): void {
    if (topic.archetype === "private_message") this.report.leaveOut("a private message");
    else if (this.topics.has(topic.id)) this.report.problem(where, "the topic is there twice");
    else if (topic.posts[0]?.post_number !== 1) {
      this.report.problem(where, "the topic has no first post");
    } else this.topics.set(topic.id, placeOf(where));
    for (const { index, reason } of topic.broken) {
      this.report.problem({ ...where, id: `${where.id} post ${index + 1}` }, reason);
    }
    if (topic.missing > 0) {
      this.report.problem(
        where,
        `the file holds not all posts of the topic: ${topic.missing} are missing`,
      );
    }
  }

  /** The posts that are taken. */
  private postsOf(topic: DiscourseTopic, isFirst: boolean): DiscoursePost[] {
    return topic.posts.filter((post) => {
      const type = post.post_type ?? 1;
      if (post.post_number === 1 || (type !== SMALL_ACTION && type !== WHISPER)) return true;
      const reason = type === WHISPER ? "a whisper among staff" : "a note that something was done";
      if (isFirst) this.report.leaveOut(reason);
      return false;
    });
  }

  private meet(post: DiscoursePost, at: Date, where: Where): void {
    if (!post.username) return;
    const key = memberKey(post.username);
    const known = this.people.get(key);
    const name = post.name?.trim() || known?.name || post.username;
    const { username } = post;
    if (!known || at < known.since) this.people.set(key, { username, name, since: at, where });
    else known.name = name;
  }

  private member(key: string, { username, name, since, where }: Person): MemberItem {
    return {
      type: "member",
      where: { ...where, id: username },
      key,
      handle: username,
      name,
      title: "",
      bio: null,
      createdAt: since,
    };
  }

  private *postItems(topic: DiscourseTopic, where: Where): Generator<ImportItem> {
    const posts = this.postsOf(topic, false);
    const acceptedNumber = this.acceptedNumber(topic, posts, where);
    const dates = this.datesOf(posts, where);
    const isAnswered = acceptedNumber !== null;
    yield threadOf(topic, posts[0]!, { where, dates, isAnswered, baseUrl: this.baseUrl });
    const taken = new Set<number>([1]);
    for (const post of posts.slice(1)) {
      const number = post.post_number;
      const isReply = number !== acceptedNumber && this.isReply(post, taken);
      taken.add(number);
      yield {
        ...fieldsOf(topic, post, { createdAt: dates.get(number)!, baseUrl: this.baseUrl }),
        type: "post",
        where: { ...where, id: discoursePostKey(topic.id, number) },
        thread: String(topic.id),
        parent: isReply ? discoursePostKey(topic.id, post.reply_to_post_number!) : null,
        ...stateOf(post),
      };
    }
  }

  private *markItems(topic: DiscourseTopic, where: Where): Generator<ImportItem> {
    const posts = this.postsOf(topic, false);
    const dates = this.datesOf(posts);
    const acceptedNumber = this.acceptedNumber(topic, posts);
    if (acceptedNumber !== null) {
      const by = topic.accepted_answer?.accepter_username ?? posts[0]!.username;
      yield {
        type: "accepted",
        where,
        thread: String(topic.id),
        post: discoursePostKey(topic.id, acceptedNumber),
        at: dates.get(acceptedNumber)!,
        by: by ? memberKey(by) : null,
      };
    }
    for (const post of posts) {
      const key = discoursePostKey(topic.id, post.post_number);
      const createdAt = dates.get(post.post_number)!;
      const likes = Math.min(likesOf(post), IMPORT_LIMITS.likes);
      for (let number = 1; number <= likes; number += 1) {
        const source = `${this.name}:${key}:${number}`;
        yield {
          type: "vote",
          where: { ...where, id: key },
          post: key,
          member: null,
          source,
          createdAt,
        };
      }
    }
  }

  /** Dates by post number; with `where`, those that can't be used are reported. */
  private datesOf(posts: DiscoursePost[], where?: Where): Map<number, Date> {
    let last = new Date(Date.UTC(2012, 0, 1));
    return new Map(
      posts.map((post) => {
        const date = parseWhen(post.created_at);
        if (date) last = date;
        else if (where) {
          const id = discoursePostKey(where.id, post.post_number);
          this.report.note(
            { ...where, id },
            "the date can't be used; took that of the post before",
          );
        }
        return [post.post_number, last];
      }),
    );
  }

  private isReply(post: DiscoursePost, taken: Set<number>): boolean {
    const to = post.reply_to_post_number ?? 1;
    return to > 1 && taken.has(to);
  }

  private acceptedNumber(
    topic: DiscourseTopic,
    posts: DiscoursePost[],
    where?: Where,
  ): number | null {
    const wanted =
      posts.find((post) => post.accepted_answer)?.post_number ?? topic.accepted_answer?.post_number;
    if (wanted === undefined) return null;
    const post = posts.find(({ post_number: number }) => number === wanted && number > 1);
    if (post && stateOf(post).state === "published") return wanted;
    if (where) this.report.problem(where, "the accepted answer isn't there, or hidden");
    return null;
  }
}

function placeOf({ file, row }: Place): string {
  return `${file}:${row}`;
}
