const canvas = document.createElement("canvas");
canvas.width = canvas.height = 64;

/** Makes the tab's icon a ring that fills with the run, so that the tab alone tells how far it is. */
export function drawIcon(link, percent, color) {
  const pen = canvas.getContext("2d");
  pen.clearRect(0, 0, 64, 64);
  pen.lineWidth = 12;
  pen.strokeStyle = "#8884";
  pen.beginPath();
  pen.arc(32, 32, 24, 0, Math.PI * 2);
  pen.stroke();
  pen.strokeStyle = color;
  pen.beginPath();
  pen.arc(32, 32, 24, -Math.PI / 2, -Math.PI / 2 + Math.PI * 2 * percent / 100);
  pen.stroke();
  link.href = canvas.toDataURL();
}
