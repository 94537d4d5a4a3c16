export const uploads = {
  "upload.title": "Upload a file",
  "upload.lead":
    "Pick a picture or a file. You get a line to paste into your text. Nobody else sees the file until you post it.",
  "upload.file": "File",
  "upload.fileHint":
    "Pictures (PNG, JPEG, WebP, GIF, AVIF), PDF, text (TXT, LOG, CSV, JSON) or ZIP, up to 10 MB.",
  "upload.send": "Upload",
  "upload.refused": "The file was not taken.",
  "upload.storedTitle": "Your file",
  "upload.stored": "{name} is uploaded.",
  "upload.markdown": "Paste this into your text",
  "upload.markdownHint": "A file that stands in no post and no draft is deleted after a day.",
  "upload.look": "Look at the file",
  "upload.picturesLater":
    "You can post pictures from the rank “{rank}” on. Until then, say in words what it shows.",
  "upload.noPictures": "Pictures can’t be posted here. Say in words what it shows.",
  "upload.noFile": "Choose a file.",
  "upload.oneFile": "One file at a time.",
  "upload.empty": "This file is empty.",
  "upload.cutOff": "The file didn’t arrive whole. Send it again.",
  "upload.tooLarge": "This file is too large. At most {max, number} MB.",
  "upload.tooManyPixels":
    "This picture has too many pixels: at most {max, number} million. Make it smaller first.",
  "upload.tooManyFrames": "This picture has too many frames: at most {max, number}.",
  "upload.broken": "This picture can’t be read. It may be damaged: save it again as PNG or JPEG.",
  "upload.markup":
    "SVG, HTML and XML files are not taken, since they can run programs. Send a picture as PNG, or put the file into a ZIP.",
  "upload.heic": "HEIC pictures are not taken. Save it as JPEG first.",
  "upload.unknownType":
    "This kind of file is not taken. Pictures, PDF, plain text and ZIP are. Put other files into a ZIP.",
  "upload.quotaFiles":
    "You sent {max, plural, one {# file} other {# files}} within a day. Send more tomorrow.",
  "upload.quotaBytes": "Within a day you can send {max, number} MB. Send more tomorrow.",
  "upload.notHere":
    "A picture or file in your text is no longer here, or isn’t yours to show. Upload it again.",
} as const;
